// The first page that a link with the right token opens: keep the key, then go on without the token in the address.
// Only scripts from this port can read what is kept here, while cookies go to all ports of the machine.
localStorage.setItem('preview-key', document.querySelector('meta[name="preview-key"]').content);
location.replace(`/${location.hash}`);
