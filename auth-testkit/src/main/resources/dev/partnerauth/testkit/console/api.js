/** What the admin API refuses to do, as it tells it. */
class Refused extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export async function admin(method, path, body) {
  const response = await fetch(`/__admin${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) {
    throw new Refused(json);
  }
  return json;
}

/** The payload of a JWT and its header; an error when the text is none. */
export function decoded(jwt) {
  const parts = jwt.trim().split('.');
  if (parts.length !== 3) {
    throw new Error('A JWT has three parts with dots between them.');
  }
  return { header: json(parts[0]), payload: json(parts[1]) };
}

function json(part) {
  const octets = Uint8Array.from(
    atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
}

/** The numbers of a token of this sandbox, which stand for it on the page. */
export function lineage(jwt) {
  return decoded(jwt).payload.jti;
}
