import { el, table } from './dom.js';

/** What a token may do to what is its own, and to what is another's. */
export function matrix(operations) {
  const services = new Map();
  for (const one of operations) {
    const service = one.route.split(' ')[1].split('/')[1];
    services.set(service, [...(services.get(service) ?? []), one]);
  }
  return table('What this token may do', ['Operation', 'Its own', 'Another’s', 'Opened by'],
    [...services].flatMap(([service, rows]) => [
      el('tr', { class: 'group' }, el('th', { colspan: '4', scope: 'rowgroup' }, service)),
      ...rows.map((row) => el('tr', { 'data-operation': row.operation },
        el('th', { scope: 'row' },
          el('span', {}, row.operation.toLowerCase().replaceAll('_', ' ')),
          el('code', {}, row.route)),
        cell('own', row.own),
        cell('others', row.others),
        el('td', { class: 'quiet' }, row.wants))),
    ]));
}

function cell(column, { may, reason }) {
  return el('td', { 'data-column': column },
    el('span', { class: `may ${may}` }, may),
    reason && el('small', {}, reason));
}
