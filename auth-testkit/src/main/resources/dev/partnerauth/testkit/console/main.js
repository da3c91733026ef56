import { admin } from './api.js';
import { apps } from './apps.js';
import { clock } from './clock.js';
import { button, el } from './dom.js';
import { faults } from './faults.js';
import { journey } from './journey.js';
import { requests } from './requests.js';
import { tokens } from './tokens.js';

const main = document.getElementById('main');
const trouble = document.getElementById('trouble');

const shell = {
  inspect(token) {
    panels.tokens.inspect(token);
    location.hash = '#tokens';
  },
  refresh,
};

const guided = journey(shell);
const panels = {
  journey: guided,
  requests: requests(),
  tokens: tokens(() => guided.tokens()),
  apps: apps(),
  clock: clock(shell),
  faults: faults(),
};
main.append(...Object.values(panels).map((one) => one.node));

function shown() {
  const name = location.hash.slice(1);
  return Object.hasOwn(panels, name) ? name : 'journey';
}

function show() {
  const current = shown();
  for (const [name, { node }] of Object.entries(panels)) {
    node.hidden = name !== current;
  }
  for (const link of document.querySelectorAll('.tabs a')) {
    if (link.hash === `#${current}`) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  refresh(panels[current].shown);
}

async function refresh(first) {
  try {
    await first?.();
    const { now } = await admin('GET', '/clock');
    document.getElementById('now').textContent = now.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
    await panels[shown()].tick?.(now);
    trouble.hidden = true;
  } catch (error) {
    trouble.textContent = `The sandbox does not answer: ${error.message}`;
    trouble.hidden = false;
  }
}

function resetButton() {
  const place = document.getElementById('reset');
  const ask = button('Reset…', () => {
    place.replaceChildren(
      el('span', { id: 'reset-question' }, 'Forget all requests, tokens, apps and faults?'),
      button('Reset', reset, { class: 'danger', 'aria-describedby': 'reset-question' }),
      button('Keep', settle));
    place.querySelector('button').focus();
  });
  const settle = () => {
    place.replaceChildren(ask);
    ask.focus();
  };
  async function reset() {
    await admin('POST', '/reset', {});
    settle();
    Object.values(panels).forEach((one) => one.reset?.());
    show();
  }
  place.append(ask);
}

resetButton();
window.addEventListener('hashchange', () => {
  if (location.hash !== '#main') {
    show();
  }
});
document.addEventListener('visibilitychange', () => document.hidden || refresh());
setInterval(() => document.hidden || refresh(), 1000);
show();
