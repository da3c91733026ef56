// Values come from requests. They reach the page as text nodes and attribute values only; nothing here parses markup.

const SVG = 'http://www.w3.org/2000/svg';

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== false && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null));
  return node;
}

export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

export function panel(name, title, intro, ...children) {
  return el('section', { id: `panel-${name}`, class: 'panel', 'aria-labelledby': `title-${name}` },
    el('div', { class: 'heading' },
      el('h1', { id: `title-${name}` }, title),
      el('p', { class: 'intro' }, intro)),
    ...children);
}

let fields = 0;

/** A label above its control; what was typed is read from the control. */
export function field(label, control, hint) {
  control.id = control.id || `field-${++fields}`;
  const note = hint && el('small', { id: `${control.id}-hint` }, hint);
  if (note) {
    control.setAttribute('aria-describedby', note.id);
  }
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control, note);
}

export function select(choices, attributes = {}) {
  return el('select', attributes, choices.map(([value, text]) => el('option', { value }, text)));
}

export function button(text, click, attributes = {}) {
  return el('button', { type: 'button', click, ...attributes }, text);
}

export function verbatim(text) {
  return el('pre', { tabindex: '0' }, text.trim());
}

export function table(caption, heads, rows) {
  // Where there is no room for columns, each cell says what it holds.
  rows.forEach((row) => [...row.cells].forEach((cell, index) => {
    cell.dataset.head = heads[index];
  }));
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows)));
}

export function facts(pairs) {
  return el('dl', { class: 'facts' }, pairs
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

export function chip(lineage) {
  return el('span', { class: `chip ${hue(lineage)}` }, lineage);
}

/** The same token has the same colour everywhere. */
export function hue(lineage) {
  return `hue-${Number(lineage.split('.').pop()) % 8}`;
}

/** A problem of the admin API, with all that it complains of. */
export function problem(error) {
  const { title, detail, violations } = error.problem ?? { title: 'No answer', detail: error.message };
  return el('div', { class: 'problem' },
    el('p', {}, el('strong', {}, title)),
    violations
      ? el('ul', {}, violations.map((one) =>
        el('li', {}, el('code', {}, one.field), ` ${one.problem}. Wanted: ${one.cure}.`)))
      : el('p', {}, detail));
}

/** A place for results that is read out when they change. */
export function live() {
  const place = el('div', { class: 'live', 'aria-live': 'polite' });
  return {
    place,
    say: (...what) => place.replaceChildren(...what),
    async trying(work) {
      try {
        place.replaceChildren();
        await work();
      } catch (error) {
        place.replaceChildren(problem(error));
      }
    },
  };
}
