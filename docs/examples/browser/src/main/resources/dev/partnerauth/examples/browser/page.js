import { Interview } from '/platform.js';

const byId = id => document.getElementById(id);
const tell = text => { byId('message').textContent = text; };

function csrfToken() {
  const cookie = document.cookie.split('; ').find(pair => pair.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** To our own back end, which the cookies are for. */
async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'X-XSRF-TOKEN': csrfToken() }, body });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer;
}

async function handOut(interviewId) {
  return (await post(`/interviews/${encodeURIComponent(interviewId)}/token`)).json();
}

/** Shows a page's questions, and answers with what was filled in. */
function asked({ name, currentPageData: { questions } }) {
  const form = byId('questions');
  form.replaceChildren(Object.assign(document.createElement('h2'), { textContent: name }));
  for (const question of questions) {
    const input = Object.assign(document.createElement('input'), { name: question.questionId, required: true });
    const label = Object.assign(document.createElement('label'), { textContent: question.label ?? question.questionId });
    label.append(input);
    form.append(label);
  }
  form.append(Object.assign(document.createElement('button'), { textContent: 'Next' }));
  form.hidden = false;
  return new Promise(resolve => {
    form.onsubmit = submitted => {
      submitted.preventDefault();
      resolve(Object.fromEntries(new FormData(form)));
    };
  });
}

async function interviewed(id) {
  const interview = new Interview(id, handOut);
  let pageId = 'first';
  while (pageId) {
    const page = await interview.page(pageId);
    await interview.answer(pageId, await asked(page));
    pageId = page.nextPageData?.pageId;
  }
  byId('questions').hidden = true;
  await interview.complete();
  byId('document').src = `/interviews/${encodeURIComponent(id)}/document`;
  byId('document').hidden = false;
  tell('Here is your document.');
}

byId('sign-in').onsubmit = async submitted => {
  submitted.preventDefault();
  try {
    await post('/login', new URLSearchParams(new FormData(submitted.target)));
    byId('sign-in').hidden = true;
    byId('start').hidden = false;
    tell('');
  } catch {
    tell('Name or password is wrong.');
  }
};

byId('start').onclick = async () => {
  byId('start').hidden = true;
  try {
    const { interviewId } = await (await post('/interviews')).json();
    await interviewed(interviewId);
  } catch (e) {
    tell(`That did not work. ${e.message}`);
  }
};
