import { admin } from './api.js';
import { button, chip, el, facts, field, panel, select, verbatim } from './dom.js';
import { BACKEND, beginning, FRONTEND, STEPS } from './story.js';

export function journey(shell) {
  const list = el('ol', { class: 'story' });
  const held = el('div', { class: 'held' });
  const said = el('p', { class: 'said', 'aria-live': 'polite' });
  const missing = el('p', { class: 'problem', hidden: true },
    `This sandbox has other apps than ${BACKEND.key} and ${FRONTEND.key}, whose public credentials the journey uses.`
    + ' Register the two under Apps, or take the journey of a sandbox without a file of apps.');
  const end = el('p', { class: 'done', tabindex: '-1' },
    'That was the whole journey. ', el('a', { href: '#requests' }, 'See it drawn'), ', or start over.');
  let story;
  let done;
  let current;

  function begin() {
    story = beginning();
    done = STEPS.map(() => []);
    current = 0;
    said.textContent = '';
    render();
  }

  async function run(step, values) {
    const index = current;
    const told = story;
    let outcome;
    try {
      outcome = await answered(step, told, values);
    } catch (error) {
      outcome = { good: false, text: `No answer came, or none of use: ${error.message}`, exchanges: [] };
    }
    if (told !== story) {
      return;
    }
    done[index].push(outcome);
    said.textContent = `${step.title}: ${outcome.text}`;
    if (outcome.good && !step.more?.(story)) {
      current = index + 1;
    }
    render();
    (list.querySelector('.current .main') ?? end).focus();
    list.querySelector('.current')?.scrollIntoView({ block: 'nearest' });
    shell.refresh();
  }

  async function answered(step, told, values) {
    const answer = await step.send(told, values);
    const good = answer.status === step.expects;
    const following = good ? await step.then?.(told) : undefined;
    if (good) {
      step.learn?.(told, answer, following);
    }
    return {
      good,
      text: good ? `${answer.status}, as it should be.` : `${answer.status} rather than ${step.expects}. Try again.`,
      exchanges: [answer, following].filter(Boolean),
      result: good ? step.result?.(answer) : undefined,
    };
  }

  function render() {
    list.replaceChildren(...STEPS.map((step, index) => item(step, index)));
    end.hidden = current < STEPS.length;
    const tokens = Object.values(story.tokens);
    held.replaceChildren(tokens.length === 0
      ? el('p', { class: 'quiet' }, 'None yet.')
      : el('ul', {}, tokens.map((token) => el('li', {},
        chip(token.lineage),
        el('strong', {}, token.label.split(' · ')[1]),
        el('span', { class: 'quiet' }, `held by the ${token.holder}`),
        el('span', { class: 'quiet' }, `until ${new Date(token.until * 1000).toISOString().slice(0, 16).replace('T', ' ')}`),
        button('Inspect', () => shell.inspect(token), { 'aria-label': `Inspect token ${token.lineage}` })))));
  }

  function item(step, index) {
    const state = index < current ? 'finished' : index === current ? 'current' : 'later';
    return el('li', { class: state, 'aria-current': state === 'current' && 'step' },
      el('h2', {}, step.title),
      state === 'current' && form(step, index) || null,
      done[index].map((outcome, round) =>
        shownOutcome(outcome, index === current - 1 && round === done[index].length - 1)));
  }

  function form(step, index) {
    const why = el('p', { id: `why-${index}` }, step.why);
    const controls = (step.fields?.(story) ?? []).map((one) => [one, control(one)]);
    const go = el('button', { class: 'main', 'aria-describedby': why.id }, step.action);
    return el('form', {
      novalidate: true,
      submit(event) {
        event.preventDefault();
        go.disabled = true;
        run(step, Object.fromEntries(controls.map(([one, input]) => [one.name, input.value])));
      },
    },
    why,
    facts([['Who', step.who], ['With', step.token]]),
    step.heading && el('h3', {}, step.heading(story)),
    el('div', { class: 'grid' }, controls.map(([one, input]) => field(one.label, input))),
    el('div', { class: 'buttons' }, go));
  }

  function shownOutcome(outcome, open) {
    return el('div', { class: `outcome ${outcome.good ? 'good' : 'bad'}` },
      outcome.good ? null : el('p', {}, outcome.text),
      outcome.exchanges.map(({ line, status, request, answer }) => el('details', { open: open && !outcome.result },
        el('summary', {}, el('span', { class: 'status' }, String(status)), ' ', line),
        el('div', { class: 'pair' }, verbatim(request), verbatim(answer)))),
      outcome.result && el('div', { class: 'document' }, verbatim(outcome.result)));
  }

  const node = panel('journey', 'From a token to a document',
    'Ten steps through the three tokens of the platform: what each is for, who holds it, and what it refuses.',
    el('div', { class: 'beside' },
      el('div', {}, missing, said, list, end, el('div', { class: 'buttons' }, button('Start over', begin))),
      el('aside', { class: 'card sticky' },
        el('h2', {}, 'Tokens so far'),
        held,
        el('p', { class: 'quiet' }, 'This page plays both your back end and your front end, with the public credentials of'
          + ' every sandbox. In a real product secrets and access tokens stay on the server. Here tokens stay in the page’s'
          + ' memory and are shown by their numbers.'))));
  begin();

  async function shown() {
    const { apps } = await admin('GET', '/apps');
    const keys = apps.map((app) => app.key);
    missing.hidden = keys.includes(BACKEND.key) && keys.includes(FRONTEND.key);
  }

  return { node, tokens: () => Object.values(story.tokens), reset: begin, shown };
}

function control({ choices, type, value }) {
  return choices ? select(choices) : el('input', { type: type ?? 'text', value: value ?? '', autocomplete: 'off' });
}
