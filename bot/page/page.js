(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('scripted');

  const theme = document.getElementById('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const dark = () => (root.dataset.theme || (system.matches ? 'dark' : 'light')) === 'dark';
  const tell = () => theme.setAttribute('aria-pressed', String(dark()));
  theme.addEventListener('click', () => { root.dataset.theme = dark() ? 'light' : 'dark'; tell(); });
  system.addEventListener('change', tell);
  theme.hidden = false;
  tell();

  // The sentence that is lit, and the mark that lit it.
  let lit = null, by = null;
  const textOf = (sentence) => sentence.querySelector('.t');

  function dim() {
    if (!lit) return;
    lit.classList.remove('lit');
    lit.removeAttribute('aria-current');
    const text = textOf(lit);
    text.replaceChildren(text.textContent);
    if (by) { by.classList.remove('on'); by.removeAttribute('aria-current'); }
    lit = by = null;
  }

  function light(sentence, mark) {
    dim();
    lit = sentence;
    by = mark;
    lit.classList.add('lit');
    lit.setAttribute('aria-current', 'true');
    if (!mark) return;
    mark.classList.add('on');
    mark.setAttribute('aria-current', 'true');
    if (!mark.dataset.to) return;
    const text = textOf(lit), all = text.textContent;
    const part = document.createElement('mark');
    part.textContent = all.slice(+mark.dataset.from, +mark.dataset.to);
    text.replaceChildren(all.slice(0, +mark.dataset.from), part, all.slice(+mark.dataset.to));
  }

  // A click lights at once; the event that its link brings later says nothing new.
  let clicked = null;
  const target = (hash) => /^#s\d+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
  function follow() {
    const sentence = target(location.hash);
    if (!sentence) dim();
    else if (sentence !== lit) light(sentence, null);
  }
  addEventListener('hashchange', () => {
    if (location.hash !== clicked) follow();
    clicked = null;
  });
  follow();

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#s"]');
    const sentence = link && target(link.hash);
    if (!sentence) return;
    clicked = link.hash === location.hash ? null : link.hash;
    light(sentence, link.classList.contains('c') ? link : null);
  });

  // Keys alone do something only where a mark has the focus or a sentence is lit.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && lit) {
      const back = by;
      dim();
      if (back) back.focus();
    }
    const at = by || document.activeElement.closest('a.c');
    const step = { j: 1, k: -1 }[event.key];
    if (!at || !step) return;
    const marks = [...document.querySelectorAll('a.c')];
    const next = marks[marks.indexOf(at) + step];
    if (next) { dim(); next.focus(); }
  });
})();
