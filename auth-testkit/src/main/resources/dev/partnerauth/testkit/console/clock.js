import { admin } from './api.js';
import { button, el, field, live, panel } from './dom.js';

const STEPS = [
  ['1 minute', 'PT1M'], ['1 hour', 'PT1H'], ['11 hours', 'PT11H'], ['1 day', 'P1D'], ['1 hour back', '-PT1H'],
];

export function clock(shell) {
  const now = el('p', { class: 'big' }, '…');
  const result = live();
  const typed = el('input', { value: 'PT30M', autocomplete: 'off', spellcheck: 'false', size: '12' });

  async function advance(by) {
    await result.trying(async () => {
      const moved = await admin('POST', '/clock/advances', { by });
      result.say(el('p', { class: 'done' }, `It is ${moved.now} now.`));
    });
    shell.refresh();
  }

  return {
    node: panel('clock', 'Clock',
      'Tokens live as long as this clock says: an access token for about ten hours. Move it rather than wait.',
      el('div', { class: 'card' },
        now,
        el('div', { class: 'buttons' }, STEPS.map(([text, by]) => button(text, () => advance(by)))),
        el('form', {
          class: 'inline',
          submit(event) {
            event.preventDefault();
            advance(typed.value);
          },
        }, field('Advance by', typed, 'An ISO 8601 duration, such as PT90M.'), el('button', {}, 'Advance')),
        result.place)),
    tick(time) {
      now.textContent = time;
    },
  };
}
