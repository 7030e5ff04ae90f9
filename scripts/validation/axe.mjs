// Runs axe-core over HTML files in a browser: node axe.mjs NODE_MODULES FILE…
// Prints for each file and view one line of JSON: file, view, problems. A file that asks for anything outside itself,
// runs into an error or is wider than a window of 320 px (WCAG 2.2, 1.4.10) has a problem too.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const load = createRequire(resolve(modules, 'none.js'));
const { chromium } = load('playwright-core');
const axe = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');

const VIEWS = {
  '1280 px': { viewport: { width: 1280, height: 900 } },
  '320 px': { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  print: { viewport: { width: 794, height: 1123 }, media: 'print' },
};

async function check(browser, file, { media, ...options }) {
  const problems = [];
  const address = pathToFileURL(resolve(file)).href;
  // A page that leads to another one is checked as it is for whoever stays on it.
  const content = readFileSync(file, 'utf8').replace(/<meta http-equiv="refresh"[^>]*>/, '');
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', error => problems.push(`script error: ${error.message}`));
  page.on('console', message => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  await page.route('**/*', route => {
    const asked = route.request().url();
    if (asked.startsWith('data:')) return route.continue();
    if (asked.split('#')[0] === address) return route.fulfill({ contentType: 'text/html', body: content });
    problems.push(`asks for ${asked}`);
    return route.abort();
  });
  await page.goto(address);
  if (media) await page.emulateMedia({ media });
  // Everything that can be opened is checked open, so that all content is checked.
  await page.evaluate(() => document.querySelectorAll('details').forEach(element => { element.open = true; }));
  const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
  if (width > options.viewport.width) problems.push(`${width} px wide in a window of ${options.viewport.width} px`);
  const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map(link => decodeURIComponent(link.hash.slice(1))).filter(id => !document.getElementById(id)));
  problems.push(...dead.map(id => `a link to #${id}, which is not there`));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const violation of violations) {
    for (const node of violation.nodes) problems.push(`${violation.id}: ${violation.help} @ ${node.target.join(' ')}`);
  }
  await context.close();
  return problems;
}

const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  for (const file of files) {
    for (const [view, options] of Object.entries(VIEWS)) {
      console.log(JSON.stringify({ file, view, problems: await check(browser, file, options) }));
    }
  }
} finally {
  await browser.close();
}
