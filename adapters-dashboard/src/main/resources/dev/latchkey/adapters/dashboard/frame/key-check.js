'use strict';

// A whole key that was pasted is looked at here, and only its handle is sent: the secret never leaves the browser.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIXES = ['lk_live_', 'lk_staging_', 'lk_dev_'];
const HANDLE = 11;
const CHECKSUM = 6;
const BODY = HANDLE + 1 + 32 + CHECKSUM;

const checksum = text => {
  let crc = 0xFFFFFFFF;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
  }
  let rest = (crc ^ 0xFFFFFFFF) >>> 0;
  let digits = '';
  for (let i = 0; i < CHECKSUM; i++) {
    digits = DIGITS[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
};

// What is wrong with a whole key, named as the server names it; null where nothing is.
const fault = text => {
  const prefix = PREFIXES.find(known => text.startsWith(known));
  if (prefix === undefined) {
    return PREFIXES.some(known => known.startsWith(text)) ? 'cut_short' : 'prefix';
  }
  const body = text.slice(prefix.length);
  if (!/^[0-9A-Za-z_]*$/.test(body)) {
    return 'character';
  }
  if (body.length !== BODY) {
    return body.length < BODY ? 'cut_short' : 'too_long';
  }
  if (body.indexOf('_') !== HANDLE || body.lastIndexOf('_') !== HANDLE) {
    return 'character';
  }
  return checksum(text.slice(0, -CHECKSUM)) === text.slice(-CHECKSUM) ? null : 'checksum';
};

const form = document.querySelector('form[data-key-check]');
const field = document.getElementById(form.dataset.keyCheck);
const told = document.getElementById(field.id + '-check');
document.getElementById(field.id + '-local').hidden = false;

// A key that was just pasted is shortened at once; a handle, a mask, an id or a request's name stays as it is.
const check = () => {
  const text = field.value.trim().replace(/^(authorization:\s*)?bearer\s+/i, '').trim();
  told.hidden = true;
  field.removeAttribute('aria-invalid');
  const public_ = /^lk_(live|staging|dev)_([0-9A-Za-z]{11}_?|[0-9A-Za-z]{4}(…|\.{3})[0-9A-Za-z]{4})$/;
  if (!text.includes('lk_') || public_.test(text)) {
    return true;
  }
  const found = !text.startsWith('lk_') ? 'around' : /\s/.test(text) ? 'spaced' : fault(text);
  if (found === null) {
    const prefix = PREFIXES.find(known => text.startsWith(known));
    field.value = text.slice(0, prefix.length + HANDLE);
    return true;
  }
  told.textContent = told.getAttribute('data-' + found);
  told.hidden = false;
  field.setAttribute('aria-invalid', 'true');
  return false;
};

field.addEventListener('change', check);
form.addEventListener('submit', event => {
  if (!check()) {
    event.preventDefault();
    field.focus();
  }
});
