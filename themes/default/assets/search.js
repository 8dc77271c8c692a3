// Searches the site in the browser. The index of the language is fetched on first use; what is searched stays here.
// Words are cut as sitegen/text/stemming.py cuts them, by the table that the index brings along.
const Search = (() => {
  const LATIN = /[A-Za-z\u00c0-\u024f]/, CYRILLIC = /[\u0400-\u052f]/, DIGIT = /\p{N}/u;
  const WORD = /[\p{L}\p{N}]+/gu, RUN = /[\p{L}\p{N}]+(?:[^\p{L}\p{N}_\s]+[\p{L}\p{N}]+)*/gu;
  const TITLE = 16, SUMMARY = 4, MORE = 2, BODY = 1, CODE = 64, WHOLE = 2;

  const swap = (word, [from, to]) => word.replace(/./gu, letter => to[from.indexOf(letter)] ?? letter);
  const fits = (word, script, [from]) => [...word].every(letter => !script.test(letter) || from.includes(letter));

  function inOneScript(word, [toCyrillic, toLatin]) {
    if (!CYRILLIC.test(word) || !LATIN.test(word)) return word;
    if (fits(word, LATIN, toCyrillic)) return swap(word, toCyrillic);
    return fits(word, CYRILLIC, toLatin) ? swap(word, toLatin) : word;
  }

  function fold(text, table) {
    const plain = text.replace(/([A-Za-z])['’][sS](?![A-Za-z])/g, '$1').normalize('NFD')
      .replace(/([Ии]\u0306)|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '$1').normalize('NFC');
    return plain.replace(WORD, word => inOneScript(word, table.alike)).toLowerCase();
  }

  const runs = (text, table) => (fold(text, table).match(RUN) ?? []).map(run => run.match(WORD));

  function cut(word, step) {
    for (const [endings, becomes, least, after] of step)
      for (const ending of endings) {
        const start = word.length - ending.length;
        if (start >= least && word.endsWith(ending) && (!after || after.includes(word[start - 1])))
          return word.slice(0, start) + becomes;
      }
    return word;
  }

  const stem = (word, table) => Object.hasOwn(table.irregular, word) ? table.irregular[word] : table.steps.reduce(cut, word);

  const words = (text, table) => runs(text, table)
    .flatMap(run => run.length > 1 && !DIGIT.test(run.join('')) ? [...run, run.join('')] : run);
  const bare = (run, table) => swap(run.join('').toUpperCase(), table.alike[1]).toLowerCase();
  const spaced = stems => ` ${stems.join(' ')} `;

  // A page with its fields as texts of stems, and what each is worth.
  function read(table, [href, title, summary, type, project, language, codes, more, body]) {
    const stems = text => spaced(words(text, table).map(word => stem(word, table)));
    const fields = [[stems(title), TITLE], [stems(summary), SUMMARY], [stems(project) + spaced([more]), MORE], [spaced([body]), BODY]];
    return { href, title, summary, project, language, codes: codes.split(' '), fields, type: table.types[type] };
  }

  // The stems of the last word as long as it is being written: what stands before the start of an ending.
  function unfinished(word, table) {
    const endings = table.steps.flat().flatMap(([found]) => found);
    const starts = [1, 2, 3].map(length => word.length - length).filter(start => start > 3);
    return starts.filter(start => endings.some(ending => ending.startsWith(word.slice(start))))
      .map(start => stem(word.slice(0, start), table));
  }

  // A word of the question: its stem, and what else will do where it is the last one.
  const wanted = (word, table, isLast) => ({
    stem: ` ${stem(word, table)} `,
    others: isLast ? [` ${word}`, ...unfinished(word, table).map(part => ` ${part} `)] : [],
  });

  function worth(page, { stem, others }) {
    for (const [text, weight] of page.fields) {
      if (text.includes(stem)) return weight * WHOLE;
      if (others.some(other => text.includes(other))) return weight;
    }
    return 0;
  }

  // What a page is worth for a word, or for words that a mark joins: by the parts, by the whole, or as a code.
  function worthOf(page, { parts, whole, code }) {
    if (code && page.codes.some(own => own.includes(code))) return CODE;
    const each = parts.map(part => worth(page, part));
    return each.includes(0) ? whole && worth(page, whole) : each.reduce((one, other) => one + other);
  }

  function question(text, table) {
    const all = runs(text, table);
    const telling = all.filter(run => run.length > 1 || DIGIT.test(run[0]) || (run[0].length > 2 && !table.small.includes(run[0])));
    const last = all.at(-1);
    return (telling.length ? telling : all).map(run => ({
      parts: run.map((word, place) => wanted(word, table, run === last && place === run.length - 1)),
      whole: run.length > 1 ? wanted(run.join(''), table, run === last) : 0,
      code: DIGIT.test(run.join('')) && run.join('').length > 2 && bare(run, table),
    }));
  }

  function find(text, index) {
    const asked = question(text, index.table);
    const ranked = asked.length ? index.pages.map(page => [page, asked.map(one => worthOf(page, one))]) : [];
    return ranked.filter(([, each]) => !each.includes(0))
      .map(([page, each]) => [page, each.reduce((one, other) => one + other)])
      .sort(([, one], [, other]) => other - one).map(([page]) => page);
  }

  const open = table => ({ table, pages: table.pages.map(page => read(table, page)) });
  return { fold, stem, words, open, find };
})();

const form = document.querySelector('form.search');
if (form) {
  const field = form.elements.q;
  const [found, hits, titles] = ['found', 'hits', 'titles'].map(id => document.getElementById(id));
  let index, timer;

  const load = () => index ??= fetch(form.dataset.index, { cache: 'no-cache' })
    .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status)).then(Search.open);

  function element(name, text, more = {}) {
    return Object.assign(document.createElement(name), { textContent: text }, more);
  }

  function hit(page, table) {
    const lang = page.language || document.documentElement.lang;
    const item = document.createElement('li');
    const about = [page.type, page.project, table.languages[page.language]].filter(Boolean).join(' · ');
    item.append(element('a', page.title, { href: page.href, lang }), ' ', element('span', about, { className: 'meta' }));
    if (page.summary) item.append(element('p', page.summary, { lang }));
    return item;
  }

  function show(pages, table, said) {
    found.textContent = said;
    hits.replaceChildren(...pages.map(page => hit(page, table)));
    hits.hidden = !pages.length;
    titles.hidden = pages.length > 0;
  }

  async function search() {
    clearTimeout(timer);
    const text = field.value.trim();
    if (!text) return show([], {}, '');
    try {
      const { table, pages } = await load();
      if (field.value.trim() !== text) return;
      const all = Search.find(text, { table, pages });
      show(all, table, all.length ? form.dataset.found.replace('{count}', all.length) : form.dataset.none);
    } catch {
      index = undefined;
      show([], {}, form.dataset.failed);
    }
  }

  function keep() {
    const text = field.value.trim();
    const address = text ? '?' + new URLSearchParams({ q: text }) : location.pathname;
    if (text !== asked()) history.pushState(null, '', address);
  }

  const asked = () => new URLSearchParams(location.search).get('q')?.trim() ?? '';
  const start = () => { field.value = asked(); search(); };

  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(search, 200); });
  field.addEventListener('change', keep);
  form.addEventListener('submit', event => { event.preventDefault(); keep(); search(); });
  addEventListener('popstate', start);
  start();
}
