// Talks to the platform with the token that the back end hands out. The token lives in this module's
// memory only: neither storage, nor cookies, nor the page's markup ever hold it.
const platform = document.querySelector('meta[name=platform]').content;
const aMinute = 60_000;

export class Interview {
  #id;
  #handOut;
  #token = null;
  #expiresAt = 0;

  /** handOut: asks our own back end for `{token, expiresAt}`. */
  constructor(id, handOut) {
    this.#id = id;
    this.#handOut = handOut;
  }

  page(pageId) {
    return this.#call('GET', `/pages/${encodeURIComponent(pageId)}`);
  }

  answer(pageId, answersPayload) {
    return this.#call('PATCH', `/pages/${encodeURIComponent(pageId)}`, { answersPayload });
  }

  complete() {
    return this.#call('POST', '/completions');
  }

  async #call(method, path, body) {
    let answer = await this.#send(method, path, body);
    if (answer.status === 401) {
      this.#token = null;
      answer = await this.#send(method, path, body);
    }
    if (!answer.ok) throw new Error(`The platform answered ${answer.status}.`);
    return answer.json();
  }

  async #send(method, path, body) {
    const headers = { Authorization: `Bearer ${await this.#current()}`, 'Content-Type': 'application/json' };
    return fetch(`${platform}/interviews/${encodeURIComponent(this.#id)}${path}`, {
      method, headers, body: body && JSON.stringify(body), credentials: 'omit', referrerPolicy: 'no-referrer'
    });
  }

  async #current() {
    if (!this.#token || Date.now() > this.#expiresAt - aMinute) {
      const { token, expiresAt } = await this.#handOut(this.#id);
      this.#token = token;
      this.#expiresAt = Date.parse(expiresAt);
    }
    return this.#token;
  }
}
