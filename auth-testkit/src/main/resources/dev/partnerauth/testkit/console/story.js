import { decoded, lineage } from './api.js';

// Public credentials of every sandbox. In a real product they stay on the server.
export const BACKEND = { key: 'backend-key', secret: 'backend-secret' };
export const FRONTEND = { key: 'frontend-key', secret: 'frontend-secret' };

const TOKEN = /eyJ[\w.-]+/g;
const SAMPLES = {
  landlordName: 'Ada Landlord', tenantName: 'Tom Tenant', address: '12 Harbour Street',
  monthlyRent: '1450', startDate: '2027-01-01', months: '12',
};

/** What has come of the journey so far. Tokens stay here: in memory, never in the document or a storage. */
export function beginning() {
  return { tokens: {} };
}

async function call(method, path, { token, body } = {}) {
  const headers = {
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(body && { 'Content-Type': 'application/json' }),
  };
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  const brought = response.headers.get('rl-rdoc-servicetoken');
  return {
    status: response.status,
    text,
    brought,
    json: () => JSON.parse(text),
    line: `${method} ${path}`,
    request: shown(`${method} ${path}`, Object.entries(headers), body ? JSON.stringify(body) : ''),
    answer: shown(String(response.status),
      [['Content-Type', response.headers.get('Content-Type')], ['rl-rdoc-servicetoken', brought]]
        .filter(([, value]) => value), text),
  };
}

function shown(line, headers, body) {
  return withoutTokens([line, ...headers.map(([name, value]) => `${name}: ${value}`), '', pretty(body)].join('\n').trim());
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), (name, value) => (name === 'client_secret' ? '(hidden)' : value), 2);
  } catch {
    return body.replaceAll(/></g, '>\n<');
  }
}

function withoutTokens(text) {
  return text.replaceAll(TOKEN, (jwt) => {
    try {
      return `(token ${lineage(jwt)})`;
    } catch {
      return '(hidden)';
    }
  });
}

function token(label, text, holder) {
  const { payload } = decoded(text);
  return { label: `${payload.jti} · ${label}`, lineage: payload.jti, text, holder, until: payload.exp };
}

function ask(body) {
  return call('POST', '/partners/v1/auth/accesstoken', { body });
}

function exchange(story, app) {
  return ask({
    grant_type: 'authorization_code', client_id: app.key, client_secret: app.secret, code: story.tokens.service.text,
  });
}

function page(story, answer) {
  const asked = answer.json();
  story.page = {
    id: asked.currentPageData.pageId,
    name: asked.name,
    questions: asked.currentPageData.questions,
    next: asked.nextPageData?.pageId,
  };
}

const pagePath = (story, id) => `/rocketdoc/v2/interviews/${story.interview}/pages/${id}`;
const general = (story) => ({ token: story.tokens.general.text });
const scoped = (story) => ({ token: story.tokens.scoped.text });

/**
 * Each step: who does it with which token and why, what it sends, which status is as it should be, and what is learned.
 * `more` says whether the step is to be done again.
 */
export const STEPS = [
  {
    title: 'Get an access token',
    who: `the back-end app ${BACKEND.key}`,
    token: 'none: the app’s key and secret',
    why: 'Everything begins in your back end. This token opens the data of all your customers, so it stays there.',
    action: 'Get the token',
    expects: 200,
    send: () => ask({ grant_type: 'client_credentials', client_id: BACKEND.key, client_secret: BACKEND.secret }),
    learn(story, answer) {
      story.tokens.general = token('access token', answer.json().access_token, 'back end');
    },
  },
  {
    title: 'Choose a template',
    who: `the back-end app ${BACKEND.key}`,
    token: 'the access token',
    why: 'Templates are no customer’s own; any access token of a back-end app lists them.',
    action: 'List the templates',
    expects: 200,
    send: (story) => call('GET', '/rocketdoc/v2/templates', general(story)),
    learn(story, answer) {
      story.templates = answer.json();
    },
  },
  {
    title: 'Begin an interview',
    who: `the back-end app ${BACKEND.key}`,
    token: 'the access token',
    why: 'The answer brings a service token in the header rl-rdoc-servicetoken. It delegates this interview to its party,'
      + ' and opens nothing by itself.',
    action: 'Begin the interview',
    expects: 201,
    fields: (story) => [
      { name: 'templateId', label: 'Template', choices: story.templates.map((one) => [one.templateId, one.name]) },
      { name: 'partyEmailAddress', label: 'E-mail address of the party', value: 'tom@example.com' },
    ],
    send: (story, values) => call('POST', '/rocketdoc/v2/interviews', {
      ...general(story), body: { ...values, partnerEndUserId: 'user-1' },
    }),
    learn(story, answer) {
      story.interview = answer.json().interviewId;
      story.tokens.service = token('service token', answer.brought, 'back end, then front end');
    },
  },
  {
    title: 'Exchange the service token',
    who: `the front-end app ${FRONTEND.key}`,
    token: 'the service token',
    why: 'The scoped access token that comes of it opens this party’s interview and nothing else: it may go to a browser.',
    action: 'Exchange it',
    expects: 200,
    send: (story) => exchange(story, FRONTEND),
    learn(story, answer) {
      story.tokens.scoped = token('scoped access token', answer.json().access_token, 'front end');
    },
  },
  {
    title: 'Open the first page',
    who: 'the browser, with what the front end handed out',
    token: 'the scoped access token',
    why: 'From here on the browser talks to the platform by itself. It never saw a token of the back end.',
    action: 'Open the page',
    expects: 200,
    send: (story) => call('GET', pagePath(story, 'first'), scoped(story)),
    learn: page,
  },
  {
    title: 'Answer the pages',
    who: 'the browser',
    token: 'the scoped access token',
    why: 'The interview is asked page by page. Change the answers as you like.',
    action: 'Answer this page',
    expects: 200,
    heading: (story) => story.page.name,
    fields: (story) => story.page.questions.map((question) => ({
      name: question.questionId, label: question.label, type: question.type, value: SAMPLES[question.questionId],
    })),
    send: (story, values) => call('PATCH', pagePath(story, story.page.id), {
      ...scoped(story), body: { answersPayload: values },
    }),
    then: (story) => (story.page.next ? call('GET', pagePath(story, story.page.next), scoped(story)) : undefined),
    learn(story, answer, following) {
      story.answered = !following;
      if (following) {
        page(story, following);
      }
    },
    more: (story) => !story.answered,
  },
  {
    title: 'Complete the interview',
    who: 'the browser',
    token: 'the scoped access token',
    why: 'The answers become a document in a binder.',
    action: 'Complete it',
    expects: 201,
    send: (story) => call('POST', `/rocketdoc/v2/interviews/${story.interview}/completions`, { ...scoped(story), body: {} }),
    learn(story, answer) {
      story.document = answer.json().binder.documentId;
    },
  },
  {
    title: 'Fetch the document',
    who: `the back-end app ${BACKEND.key}`,
    token: 'the access token',
    why: 'The document is HTML. It is shown here as text, as anything that others wrote should be.',
    action: 'Fetch the document',
    expects: 200,
    send: (story) => call('GET', `/rocketdoc/v2/documents/${story.document}`, general(story)),
    result: (answer) => pretty(answer.text),
  },
  {
    title: 'Refused: all interviews for a scoped token',
    who: 'the browser, where it should not',
    token: 'the scoped access token',
    why: 'Somebody who takes the token from the browser gets one party’s interview, not the list of all.',
    action: 'Try it',
    expects: 403,
    send: (story) => call('GET', '/rocketdoc/v2/interviews', scoped(story)),
  },
  {
    title: 'Refused: an exchange by the back-end app',
    who: `the back-end app ${BACKEND.key}, where a front-end app should`,
    token: 'the service token',
    why: 'Service tokens are exchanged by front-end apps only.',
    action: 'Try it',
    expects: 401,
    send: (story) => exchange(story, BACKEND),
  },
];
