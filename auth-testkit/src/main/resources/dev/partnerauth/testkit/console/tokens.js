import { admin, decoded } from './api.js';
import { button, chip, el, facts, field, live, panel, select, verbatim } from './dom.js';
import { matrix } from './matrix.js';

const TIMES = ['iat', 'nbf', 'exp'];

/** Decodes in the page; only what the sandbox itself knows of a token is asked of it. */
export function tokens(held) {
  const text = el('textarea', { rows: '4', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off' });
  const choice = select([]);
  const claims = el('div', { class: 'pair' });
  const verdict = live();
  let chosen;

  const token = () => chosen?.text ?? text.value.trim();

  function decode() {
    if (token() === '') {
      claims.replaceChildren();
      return;
    }
    try {
      const { header, payload } = decoded(token());
      claims.replaceChildren(
        el('div', { class: 'card' }, el('h2', {}, 'Header'), verbatim(JSON.stringify(header, null, 2))),
        el('div', { class: 'card' }, el('h2', {}, 'Payload'), verbatim(JSON.stringify(payload, null, 2)),
          facts(TIMES.map((name) => [name, moment(payload[name])]))));
    } catch (error) {
      claims.replaceChildren(el('div', { class: 'problem' }, el('p', {}, `This is no JWT. ${error.message}`)));
    }
  }

  async function ask() {
    decode();
    await verdict.trying(async () => {
      const known = await admin('POST', '/inspections', { token: token() });
      verdict.say(
        el('div', { class: 'card' },
          el('h2', {}, 'What the sandbox says'),
          facts([
            ['Known here', known.known ? 'yes' : 'no: it is not one of this sandbox, or was cut'],
            ['Lineage', known.lineage && chip(known.lineage)],
            ['App', known.app],
            ['Opens', known.opens],
            ['As a bearer token', known.refusedAsBearer ? `refused: ${known.refusedAsBearer}` : 'accepted'],
          ])),
        ...(known.operations ? [matrix(known.operations)] : []));
    });
  }

  /** A token of the journey is chosen by its numbers; its text stays where it is. */
  function choose(one) {
    chosen = one;
    text.value = '';
    text.placeholder = one ? `Token ${one.lineage} of the journey` : '';
    choice.replaceChildren(
      el('option', { value: '' }, 'none'),
      ...held().map(({ lineage, label }) => el('option', { value: lineage }, label)));
    choice.disabled = held().length === 0;
    choice.value = one?.lineage ?? '';
    verdict.say();
    decode();
    return one ? ask() : undefined;
  }

  choice.addEventListener('change', () => choose(held().find(({ lineage }) => lineage === choice.value)));
  text.addEventListener('input', () => {
    chosen = undefined;
    choice.value = '';
    verdict.say();
    decode();
  });
  choose();

  return {
    node: panel('tokens', 'Tokens', 'Paste a token to see what is in it. It is decoded in this page; Inspect asks the'
      + ' sandbox what it knows of it.',
      el('div', { class: 'card' },
        field('Token of the journey', choice),
        field('Token', text),
        el('div', { class: 'buttons' }, button('Inspect', ask, { class: 'main' }))),
      claims,
      verdict.place),
    shown() {
      if (text.value === '') {
        choose(held().find(({ lineage }) => lineage === chosen?.lineage));
      }
    },
    inspect: choose,
    reset: () => choose(),
  };
}

/** Nothing where a stranger's token has no such time, or one beyond all calendars. */
function moment(seconds) {
  const time = new Date(typeof seconds === 'number' ? seconds * 1000 : NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
