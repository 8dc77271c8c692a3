// Adds what only a script can do: copies the short address, opens all that is folded.
addEventListener('DOMContentLoaded', () => {
  const add = (after, text, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.onclick = () => act(button);
    after.after(button);
  };
  for (const code of navigator.clipboard ? document.querySelectorAll('[data-copy]') : [])
    add(code, code.dataset.copy, button => navigator.clipboard.writeText(code.textContent).then(() => {
      button.setAttribute('aria-live', 'polite');
      button.textContent = code.dataset.copied;
    }));
  for (const heading of document.querySelectorAll('[data-open]')) {
    const folded = heading.parentElement.querySelectorAll('details');
    if (folded.length > 1) add(heading, heading.dataset.open, button => {
      folded.forEach(one => { one.open = true });
      button.remove();
    });
  }
});
