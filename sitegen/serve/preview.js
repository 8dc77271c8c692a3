// Stands in the pages of a preview only: shows what is wrong over the page, and loads the page again at its place.
(() => {
  const here = document.currentScript.dataset, key = 'sitegen ' + location.pathname;
  const store = act => { try { return act(sessionStorage) } catch { return null } };  // a browser may keep nothing

  const place = store(kept => JSON.parse(kept.getItem(key)));
  store(kept => kept.removeItem(key));
  if (place) {
    const back = () => scrollTo({left: place[0], top: place[1], behavior: 'instant'});
    back();
    addEventListener('load', back);
  }
  const again = () => {
    store(kept => kept.setItem(key, JSON.stringify([scrollX, scrollY])));
    location.reload();
  };

  // A tree of its own, so that the site's style and this one do not meet; made so that no policy of a page forbids it.
  const host = document.createElement('sitegen-preview'), root = host.attachShadow({mode: 'open'});
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial }
    section, details { position: fixed; z-index: 2147483647; box-sizing: border-box; overflow: auto; color: #1a1a1a;
      font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; box-shadow: 0 2px 12px #0008 }
    section { inset: auto 0 0; max-height: 70vh; padding: 12px 24px; background: #fff; border-top: 6px solid #b3261e }
    details { inset: auto auto 8px 8px; max-width: min(44rem, calc(100vw - 16px)); max-height: 60vh; padding: 4px 12px;
      background: #fff6cc; border: 1px solid #767676; font-size: 14px }
    summary { cursor: pointer }
    h2 { font-size: 18px; margin: 4px 48px 8px 0 }
    ol { margin: 0; padding-left: 24px }
    li { margin: 0 0 12px }
    p { margin: 0 0 4px }
    pre { margin: 4px 0; padding: 6px 10px; background: #eee; overflow: auto; white-space: pre }
    strong { color: #8c1d18 }
    a { color: #0b57d0 }
    button { position: absolute; top: 8px; right: 16px; width: 36px; height: 36px; font-size: 22px; line-height: 1;
      cursor: pointer; background: none; border: 1px solid #767676; color: inherit }
    :focus-visible { outline: 3px solid #0b57d0 }
    @media print { section, details { display: none } }`);
  root.adoptedStyleSheets = [style];
  document.documentElement.append(host);

  const told = {}, policy = window.trustedTypes?.createPolicy('sitegen-preview', {createHTML: html => html});
  const show = (kind, name, html, dress) => {
    if (told[kind] === html) return;  // what was closed stays closed until there is something else to tell
    told[kind] = html;
    const wasOpen = root.querySelector(name)?.open;
    root.querySelector(name)?.remove();
    if (!html) return;
    const box = document.createElement(name);
    box.innerHTML = policy ? policy.createHTML(html) : html;  // the server has escaped all that is not ours
    if (wasOpen) box.open = true;
    dress(box);
    root.append(box);
  };
  const closable = label => box => {
    const button = document.createElement('button');
    button.textContent = '×';
    button.ariaLabel = label;
    button.onclick = () => box.remove();
    box.role = 'alert';
    box.append(button);
  };
  addEventListener('keydown', event => { if (event.key === 'Escape') root.querySelector('section')?.remove() });

  const heard = ({data}) => {
    const news = JSON.parse(data);
    if (here.number ? here.number !== news.number : here.pages !== news.pages) return again();
    if (here.number) return;  // the page of the site's state tells it all by itself
    show('panel', 'section', news.panel, closable(news.close));
    show('margin', 'details', news.margin, () => {});
  };
  let source = null;
  const listen = () => {  // only what is looked at: browsers allow six connections, and somebody may open ten pages
    source?.close();
    source = document.hidden ? null : new EventSource('/_changes');
    if (source) source.onmessage = heard;
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pageshow', event => { if (event.persisted) listen() });
  addEventListener('pagehide', () => source?.close());
  listen();
})();
