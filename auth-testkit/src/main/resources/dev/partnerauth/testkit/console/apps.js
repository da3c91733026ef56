import { admin } from './api.js';
import { button, el, field, live, panel, select, table } from './dom.js';

export function apps() {
  const list = el('div');
  const purposes = el('div');
  const result = live();
  const key = el('input', { autocomplete: 'off', spellcheck: 'false', required: true });
  const secret = el('input', { type: 'password', autocomplete: 'new-password' });
  const scope = select([['backend', 'back end'], ['frontend', 'front end'], ['', 'none']]);
  const approved = el('input', { type: 'checkbox', checked: true });
  const mayRequest = select([['', 'if it is a back-end app'], ['true', 'yes'], ['false', 'no']]);

  async function show() {
    const [known, standard] = await Promise.all([admin('GET', '/apps'), admin('GET', '/purposes')]);
    list.replaceChildren(table('Registered apps',
      ['Key', 'Kind', 'Secrets', 'Approved', 'Service tokens', ''],
      known.apps.map((app) => el('tr', {},
        el('th', { scope: 'row' }, app.key),
        el('td', {}, app.scope === 'backend' ? 'back end' : 'front end'),
        el('td', {}, String(app.secretCount)),
        el('td', {}, app.approved ? 'yes' : 'no'),
        el('td', {}, app.mayRequestServiceTokens ? 'may request' : 'may not'),
        el('td', {}, button('Remove', () => remove(app.key), { 'aria-label': `Remove ${app.key}` }))))));
    purposes.replaceChildren(table('Purposes of service tokens', ['Name', 'Needs', 'May have'],
      standard.purposes.map((purpose) => el('tr', {},
        el('th', { scope: 'row' }, purpose.name),
        el('td', {}, purpose.requires.join(', ') || 'nothing'),
        el('td', {}, purpose.allows.join(', ') || 'nothing else')))));
  }

  async function remove(name) {
    await result.trying(async () => {
      await admin('DELETE', `/apps/${encodeURIComponent(name)}`);
      result.say(el('p', { class: 'done' }, `${name} is removed.`));
      await show();
    });
  }

  async function register(event) {
    event.preventDefault();
    await result.trying(async () => {
      const app = await admin('PUT', `/apps/${encodeURIComponent(key.value)}`, {
        secret: secret.value === '' ? undefined : secret.value,
        scope: scope.value === '' ? undefined : scope.value,
        approved: approved.checked,
        mayRequestServiceTokens: mayRequest.value === '' ? undefined : mayRequest.value === 'true',
      });
      result.say(el('p', { class: 'done' }, `${app.key} is registered.`));
      secret.value = '';
      await show();
    });
  }

  return {
    node: panel('apps', 'Apps and purposes', 'Who may ask for tokens here, and what tokens may be delegated for.',
      list,
      el('form', { class: 'card grid', submit: register, novalidate: true },
        el('h2', {}, 'Register an app'),
        field('Key', key),
        field('Secret', secret),
        field('Kind', scope),
        field('May request service tokens', mayRequest),
        el('label', { class: 'check' }, approved, 'Approved'),
        el('div', { class: 'buttons' }, el('button', { class: 'main' }, 'Register')),
        result.place),
      purposes),
    shown: show,
  };
}
