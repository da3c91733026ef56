import { hue, svg } from './dom.js';

const GUTTER = 40;
const NARROWEST = 72;
const ROW = 78;
const HEAD = 46;
const LETTER = 7.3;

/** The lifelines: whoever asked, back ends first, and the two halves of the platform. */
export function lifelines(entries, scopes) {
  const kind = (app) => (app === undefined ? 'unknown' : scopes.get(app) ?? 'gone');
  const order = ['backend', 'frontend', 'gone', 'unknown'];
  const askers = [...new Set(entries.map((entry) => entry.app))]
    .sort((one, other) => order.indexOf(kind(one)) - order.indexOf(kind(other)));
  const roles = { backend: 'back-end app', frontend: 'front-end app', gone: 'not registered', unknown: 'no known app' };
  return [
    ...askers.map((app) => ({ id: `app ${app}`, name: app ?? 'somebody', role: roles[kind(app)] })),
    { id: 'tokens', name: 'Authentication', role: 'token endpoints' },
    { id: 'operations', name: 'Platform', role: 'operations' },
  ];
}

export function across(lines, room) {
  const width = Math.max(room, GUTTER + lines.length * NARROWEST);
  const step = (width - GUTTER) / lines.length;
  const at = new Map(lines.map((line, index) => [line.id, Math.round(GUTTER + (index + 0.5) * step)]));
  return { width, step, at };
}

export function head(lines, { width, step, at }) {
  return svg('svg', { class: 'head', width, height: HEAD, 'aria-hidden': 'true' },
    lines.map((line) => {
      const x = at.get(line.id);
      return svg('g', {},
        svg('text', { x, y: 18, class: 'name', 'text-anchor': 'middle' }, cut(line.name, step)),
        svg('text', { x, y: 34, class: 'role', 'text-anchor': 'middle' }, cut(line.role, step * 1.15)),
        svg('title', {}, `${line.name}, ${line.role}`));
    }));
}

/** One arrow and its answer for each entry, each a button. */
export function body(entries, lines, room, selected, open) {
  const { width, at } = room;
  const height = entries.length * ROW + 8;
  return svg('svg', { class: 'body', width, height, role: 'group', 'aria-label': 'Sequence of requests' },
    lines.map((line) => svg('line', { class: 'lifeline', x1: at.get(line.id), x2: at.get(line.id), y1: 0, y2: height })),
    entries.map((entry, index) => step(entry, index * ROW, room, entry.number === selected, open)));
}

function step(entry, top, { width, at }, selected, open) {
  const from = at.get(`app ${entry.app}`);
  const to = at.get(entry.kind === 'operation' || entry.kind === 'other' ? 'operations' : 'tokens');
  const left = from + 12;
  const act = () => open(entry.number);
  return svg('g', {
    class: `step ${entry.kind === 'other' ? 'unexpected' : ''} ${entry.planned ? 'planned' : ''}`,
    role: 'button',
    tabindex: '0',
    'data-number': entry.number,
    'aria-pressed': String(selected),
    'aria-label': told(entry),
    click: act,
    keydown(event) {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        act();
      }
    },
  },
  svg('title', {}, told(entry)),
  svg('rect', { class: 'area', x: 1, y: top + 2, width: width - 2, height: ROW - 4, rx: 8 }),
  svg('text', { class: 'number', x: GUTTER / 2 + 2, y: top + 38, 'text-anchor': 'middle' }, String(entry.number)),
  asked(entry, top + 20, left, width),
  arrow(from, to, top + 30, `request ${entry.presented ? hue(entry.presented) : ''}`),
  answered(entry, top + 52, left, width),
  arrow(to, from, top + 62, `answer ${outcome(entry)}`));
}

function asked(entry, y, left, width) {
  const token = entry.presented ? badge(left, y, entry.presented, hue(entry.presented)) : { end: left };
  return [token.node, text(token.end, y, width, entry.request.replace(/([0-9a-f]{8})-[0-9a-f-]{27}/g, '$1…'), 'label')];
}

function answered(entry, y, left, width) {
  const parts = [svg('text', { class: `status ${outcome(entry)}`, x: left, y }, String(entry.status))];
  let x = left + 34;
  if (entry.issued) {
    parts.push(svg('text', { class: 'quiet', x, y }, 'brings'));
    const token = badge(x + 48, y, entry.issued, hue(entry.issued));
    parts.push(token.node);
    x = token.end;
  }
  const remark = entry.planned ? `planned: ${entry.planned}` : entry.kind === 'other' ? 'unexpected' : undefined;
  parts.push(remark && text(x, y, width, remark, 'remark'));
  return parts;
}

function badge(x, y, lineage, colour) {
  const wide = lineage.length * LETTER + 12;
  return {
    node: svg('g', { class: `badge ${colour}` },
      svg('rect', { x, y: y - 13, width: wide, height: 17, rx: 8.5 }),
      svg('text', { x: x + wide / 2, y, 'text-anchor': 'middle' }, lineage)),
    end: x + wide + 8,
  };
}

function arrow(from, to, y, kind) {
  const tip = to > from ? -8 : 8;
  return svg('g', { class: `arrow ${kind}` },
    svg('line', { x1: from, x2: to + tip / 2, y1: y, y2: y }),
    svg('path', { d: `M${to} ${y}l${tip} -4.500v9z` }));
}

function text(x, y, width, content, kind) {
  return svg('text', { class: kind, x, y }, cut(content, width - x - 6));
}

function cut(content, room) {
  const most = Math.max(4, Math.floor(room / LETTER));
  return content.length > most ? `${content.slice(0, most - 1)}…` : content;
}

function outcome(entry) {
  return entry.status < 400 ? 'good' : 'bad';
}

function told(entry) {
  return `Request ${entry.number}: ${entry.request} by ${entry.app ?? 'no known app'}`
    + (entry.presented ? ` with token ${entry.presented}` : '')
    + `, answered ${entry.status}`
    + (entry.issued ? ` with token ${entry.issued}` : '')
    + (entry.planned ? `, planned: ${entry.planned}` : '')
    + (entry.kind === 'other' ? ', unexpected' : '');
}
