import { admin } from './api.js';
import { button, el, field, live, panel, select } from './dom.js';

export function faults() {
  const state = el('div', { 'aria-live': 'polite' });
  const result = live();
  const rows = el('ol', { class: 'plans' });
  const at = el('select');
  const app = el('input', { autocomplete: 'off', spellcheck: 'false' });
  const probability = el('input', { type: 'number', min: '0', max: '1', step: 'any' });
  const seed = el('input', { type: 'number', step: '1' });
  let kinds = [];
  let read = [];
  let seen = '';

  function list(title, texts, none) {
    return [el('h2', {}, title), texts.length === 0
      ? el('p', { class: 'quiet' }, none)
      : el('ul', {}, texts.map((text) => el('li', {}, text)))];
  }

  function showState({ armed, outstanding }) {
    const now = JSON.stringify([armed, outstanding]);
    if (now !== seen) {
      seen = now;
      state.replaceChildren(
        ...list('Armed', armed, 'No plan is armed.'),
        ...list('Still to come', outstanding, 'Nothing is outstanding.'));
    }
  }

  async function disarm() {
    await result.trying(async () => showState(await admin('DELETE', '/faults')));
  }

  function add() {
    const kind = select(kinds.map((one) => [one.fault, one.fault]));
    const description = el('p', { class: 'quiet' });
    const parameters = el('div', { class: 'grid' });
    const late = el('input', { type: 'number', min: '0' });
    const trickling = el('input', { type: 'checkbox' });
    let controls = {};
    const choose = () => {
      const chosen = kinds.find((one) => one.fault === kind.value);
      controls = Object.fromEntries(
        Object.entries(chosen.parameters).map(([name, takes]) => [name, control(takes)]));
      description.textContent = chosen.description;
      parameters.replaceChildren(...Object.entries(controls).map(([name, input]) =>
        field(name, input, input.tagName === 'INPUT' ? chosen.parameters[name] : undefined)));
    };
    kind.addEventListener('change', choose);
    kind.value = 'rate-limited';
    choose();
    const reader = () => ({
      fault: kind.value,
      ...Object.fromEntries(Object.entries(controls).map(([name, input]) => [name, value(input.value)])),
      after: late.value === '' ? undefined : { millis: Number(late.value) },
      trickling: trickling.checked || undefined,
    });
    const row = el('li', {},
      el('div', { class: 'grid' },
        field('Fault', kind),
        field('Late by milliseconds', late),
        el('label', { class: 'check' }, trickling, 'Octet by octet'),
        button('Remove', () => {
          row.remove();
          read = read.filter((one) => one !== reader);
        }, { class: 'end' })),
      description, parameters);
    read.push(reader);
    rows.append(row);
  }

  async function arm(event) {
    event.preventDefault();
    await result.trying(async () => {
      showState(await admin('POST', '/faults', {
        faults: read.map((reader) => reader()),
        at: at.value || undefined,
        app: app.value || undefined,
        probability: probability.value === '' ? undefined : Number(probability.value),
        seed: seed.value === '' ? undefined : Number(seed.value),
      }));
      result.say(el('p', { class: 'done' }, 'Armed.'));
    });
  }

  async function show() {
    const known = await admin('GET', '/faults');
    showState(known);
    if (kinds.length === 0) {
      kinds = known.kinds;
      at.append(...[['', 'any token request'], ...known.at.map((kind) => [kind, kind])]
        .map(([value, text]) => el('option', { value }, text)));
      add();
    }
  }

  return {
    node: panel('faults', 'Faults', 'What is to go wrong with the next token requests. Each fault of a plan is for one'
      + ' request; one with a probability stays until it is disarmed.',
      el('div', { class: 'card' }, state, el('div', { class: 'buttons' }, button('Disarm all', disarm))),
      el('form', { class: 'card', submit: arm, novalidate: true },
        el('h2', {}, 'A plan'),
        rows,
        el('div', { class: 'buttons' }, button('Add another fault', add)),
        el('div', { class: 'grid' },
          field('At', at),
          field('Only for the app', app),
          field('Probability', probability, '0 to 1'),
          field('Seed', seed, 'With a probability only.')),
        el('div', { class: 'buttons' }, el('button', { class: 'main' }, 'Arm')),
        result.place)),
    shown: show,
    async tick() {
      showState(await admin('GET', '/faults'));
    },
  };
}

/** What a parameter takes is told as a list of words, or in a sentence. */
function control(takes) {
  const words = takes.split(', ');
  return words.length > 1 ? select(words.map((word) => [word, word])) : el('input', { autocomplete: 'off' });
}

function value(text) {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
