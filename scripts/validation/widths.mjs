// Looks for text that is cut off at the side: node widths.mjs NODE_MODULES FONTS FILE…
// FONTS is what the only other fonts are called; the caller makes the browser see no others. Each file is opened in windows
// of three widths, as it is, and without the fonts that it carries, as some readers block these.
// Prints for each file and view one line of JSON: file, view, problems.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, fonts, ...files] = process.argv.slice(2);
const { chromium } = createRequire(resolve(modules, 'none.js'))('playwright-core');
const WIDTHS = [320, 375, 768]; // WCAG 2.2, 1.4.10; a usual phone; a tablet
const SHOWN = 5;

// What stands out of the window at its right, except in a region that can be scrolled: the innermost elements, as text.
function standingOut() {
  const scrolls = element => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const width = document.documentElement.clientWidth;
  const isOut = element => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement);
  const out = [...document.body.querySelectorAll('*')].filter(element => isOut(element) && ![...element.children].some(isOut));
  const found = out.map(element => `<${element.localName}> "${element.textContent.trim().slice(0, 40)}"`);
  const wide = document.scrollingElement.scrollWidth;
  return wide > width ? [`${wide} px wide in a window of ${width} px`, ...found] : found;
}

async function check(browser, file, width, isBare) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const address = pathToFileURL(resolve(file)).href;
  // A page that leads to another one is looked at as it is for whoever stays on it.
  const content = readFileSync(file, 'utf8').replace(/<meta http-equiv="refresh"[^>]*>/, '');
  await page.route(address, route => route.fulfill({ contentType: 'text/html', body: content }));
  await page.goto(address);
  await page.evaluate(isBare => {
    document.querySelectorAll('details').forEach(element => { element.open = true; });
    for (const { cssRules, ownerNode } of isBare ? [...document.styleSheets] : []) {
      ownerNode.textContent = [...cssRules].filter(rule => !(rule instanceof CSSFontFaceRule)).map(rule => rule.cssText).join('\n');
    }
    return document.fonts.ready.then(() => {});
  }, isBare);
  const problems = await page.evaluate(standingOut);
  await page.close();
  return problems.slice(0, SHOWN);
}

const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  for (const file of files) {
    for (const width of WIDTHS) {
      for (const isBare of [false, true]) {
        const view = `${width} px, ${fonts} ${isBare ? 'without the fonts of the file' : 'as the only other font'}`;
        console.log(JSON.stringify({ file, view, problems: await check(browser, file, width, isBare) }));
      }
    }
  }
} finally {
  await browser.close();
}
