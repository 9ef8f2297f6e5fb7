'use strict';

// What pages do better with a script than without. Every one of them works without it, but for copying.

// A copy button takes its text from the element that it names, and says how that went where it says to say it.
for (const button of document.querySelectorAll('button[data-copy]')) {
  const source = document.getElementById(button.dataset.copy);
  const outcome = document.getElementById(button.dataset.outcome);
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      outcome.textContent = button.dataset.copied;
    } catch {
      // Browsers offer the clipboard over TLS and on localhost alone: then the text is at least selected.
      getSelection().selectAllChildren(source);
      outcome.textContent = button.dataset.selected;
    }
  });
}

// A browser may keep a page in memory to come back to it. It keeps this one without what is shown once.
addEventListener('pagehide', () => {
  for (const secret of document.querySelectorAll('[data-once]')) {
    secret.textContent = secret.dataset.once;
  }
});

// An open menu closes on Escape, with the focus back on its button, and when something else is clicked or focused.
const openMenus = () => document.querySelectorAll('details.menu[open]');
addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }
});
for (const kind of ['click', 'focusin']) {
  addEventListener(kind, event => {
    for (const menu of openMenus()) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
}

// An inline change that is answered from elsewhere, as where the session is over, is followed there.
document.addEventListener('htmx:beforeSwap', event => {
  const { xhr, requestConfig } = event.detail;
  if (new URL(xhr.responseURL).pathname !== new URL(requestConfig.path, location.href).pathname) {
    event.detail.shouldSwap = false;
    location.assign(xhr.responseURL);
  }
});

// Where an inline change gets no answer to show, the form is sent as a page: that says why.
for (const failure of ['htmx:responseError', 'htmx:sendError']) {
  document.addEventListener(failure, event => event.detail.elt.closest('form')?.submit());
}
