import { admin } from './api.js';
import { across, body, head, lifelines } from './diagram.js';
import { button, chip, el, facts, live, panel, verbatim } from './dom.js';

const SHOWN = 50;

export function requests() {
  const diagram = el('div', { class: 'diagram' });
  const detail = el('aside', { class: 'card detail', 'aria-live': 'polite', 'aria-label': 'Request' });
  const result = live();
  const pause = button('Pause', () => setPaused(!paused), { 'aria-pressed': 'false' });
  let entries = [];
  let scopes = new Map();
  let selected;
  let drawn = '';
  let paused = false;

  function setPaused(value) {
    paused = value;
    pause.textContent = paused ? 'Go on' : 'Pause';
    pause.setAttribute('aria-pressed', String(paused));
  }

  function draw() {
    const room = diagram.clientWidth;
    const now = JSON.stringify([entries, [...scopes], selected, room]);
    if (now === drawn || room === 0) {
      return;
    }
    const first = drawn === '';
    drawn = now;
    const focused = document.activeElement?.dataset?.number;
    const atEnd = first || diagram.scrollTop + diagram.clientHeight >= diagram.scrollHeight - 40;
    if (entries.length === 0) {
      diagram.replaceChildren(el('p', { class: 'empty' },
        'No request yet. Take the journey, or point a client at ',
        el('code', {}, `${location.origin}/partners/v1/auth`), '.'));
      return;
    }
    const lines = lifelines(entries, scopes);
    const places = across(lines, room);
    const top = diagram.scrollTop;
    diagram.replaceChildren(head(lines, places), body(entries, lines, places, selected, open));
    diagram.scrollTop = atEnd ? diagram.scrollHeight : top;
    if (focused) {
      diagram.querySelector(`[data-number="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
  }

  async function open(number) {
    selected = number;
    draw();
    const entry = entries.find((one) => one.number === number);
    const known = [
      el('h2', {}, `Request ${number}`),
      facts([
        ['Asked', entry.request],
        ['App', entry.app ?? 'no known app'],
        ['With token', entry.presented && chip(entry.presented)],
        ['Brought token', entry.issued && chip(entry.issued)],
        ['Answered', `${entry.status} ${entry.code ?? ''}`.trim()],
        ['Planned', entry.planned],
        ['At', entry.at],
      ]),
    ];
    detail.replaceChildren(...known);
    await result.trying(async () => {
      const { request, answer } = await admin('GET', `/journal/${number}`);
      if (selected === number) {
        detail.replaceChildren(...known,
          el('h3', {}, 'Request'), verbatim(request), el('h3', {}, 'Answer'), verbatim(answer));
      }
    });
  }

  function forget() {
    entries = [];
    selected = undefined;
    detail.replaceChildren(el('p', { class: 'quiet' }, 'Choose a step to see what was sent and answered,'
      + ' without secrets and tokens.'));
    draw();
  }

  async function read() {
    const [journal, apps] = await Promise.all([admin('GET', `/journal?last=${SHOWN}`), admin('GET', '/apps')]);
    entries = journal.entries;
    scopes = new Map(apps.apps.map((app) => [app.key, app.scope]));
    draw();
  }

  new ResizeObserver(draw).observe(diagram);
  forget();

  return {
    node: panel('requests', 'Requests',
      'What was asked and answered, as it happens. Token 1.2.3 is token 3, exchanged for service token 2, which was'
      + ' made with access token 1; the same token has the same colour.',
      el('div', { class: 'buttons' },
        pause,
        button('Clear', () => result.trying(async () => {
          await admin('DELETE', '/journal');
          forget();
        }))),
      result.place,
      el('div', { class: 'beside' }, el('div', { class: 'card drawing' }, diagram), detail)),
    shown: draw,
    tick: () => (paused ? undefined : read()),
    reset: forget,
  };
}
