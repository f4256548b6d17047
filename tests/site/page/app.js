// The stand-in's page: one state, one render. As in a framework, the state changes only in handlers of real events, and
// each render makes the nodes anew: what a script sets on a node without an event is lost. Widgets that stay as they are
// when something is chosen say so by `keeps`.
import { tellTests } from './for-tests.js';
import { h } from './h.js';
import { decoys, isKept, markups } from './markups.js';

const { transport, version, markup, patience } = document.body.dataset;
const API_TEACHERS = 'https://apip.ecoledirecte.com/v3/';
const API = transport === 'apip' ? API_TEACHERS : 'https://api.ecoledirecte.com/v3/';

const state = {
  username: '',
  password: '',
  message: '',
  home: null,
  dialog: null,
  question: '',
  propositions: [],
  choice: '',
  busy: false,
};
let tokens = {};
const tests = tellTests(state);

function set(change) {
  Object.assign(state, change);
  render();
}

function render() {
  const focused = document.activeElement?.id;
  document
    .querySelector('#app')
    .replaceChildren(
      h('header', {}, 'Site d’essai'),
      ...(markup === 'decoys' && state.dialog ? decoys(state.propositions) : []),
      state.home ? home() : isInPage() ? h('main', {}, dialogs.question()) : loginForm(),
      ...(state.dialog && !isInPage()
        ? [
            h(
              'div',
              { class: 'modal' },
              h(
                'div',
                { class: 'modal-content', role: 'dialog', 'aria-modal': 'true' },
                dialogs[state.dialog](),
              ),
            ),
          ]
        : []),
    );
  if (focused) document.getElementById(focused)?.focus();
}

function choose(choice) {
  tests.chosen();
  if (!isKept(markup)) return set({ choice });
  state.choice = choice;
  const button = document.querySelector('.modal-footer .btn-primary');
  if (button) button.disabled = false;
}

function isInPage() {
  return markup === 'inPage' && state.dialog === 'question';
}

function loginForm() {
  const field = (id, label, type, autocomplete) =>
    h(
      'div',
      { class: 'field' },
      h('label', { for: id }, label),
      h('input', {
        id,
        name: id,
        type,
        autocomplete,
        value: state[id],
        oninput: (event) => {
          state[id] = event.target.value;
        },
      }),
    );
  return h(
    'main',
    {},
    h('h1', {}, 'Connexion'),
    state.message && !state.dialog ? h('p', { class: 'alert', role: 'alert' }, state.message) : null,
    h(
      'form',
      { onsubmit: submitLogin },
      field('username', 'Identifiant', 'text', 'username'),
      field('password', 'Mot de passe', 'password', 'current-password'),
      h(
        'button',
        { id: 'connexion', type: 'submit', class: 'btn btn-primary', disabled: state.busy },
        'Se connecter',
      ),
    ),
  );
}

const dialogs = {
  question: () =>
    h(
      'ed-questions2-fa-auth',
      {},
      h(
        'form',
        { onsubmit: submitChoice },
        h('h3', { class: 'mt-0 question-label' }, state.question),
        state.message ? h('p', { class: 'alert', role: 'alert' }, state.message) : null,
        ...markups[markup]({
          propositions: state.propositions,
          choice: state.choice,
          choose,
          submit: (choice) => {
            state.choice = choice;
            send();
          },
        }),
        h(
          'div',
          { class: 'modal-footer' },
          h(
            'button',
            { type: 'button', class: 'btn', onclick: () => set({ dialog: null, message: '' }) },
            'Annuler',
          ),
          markup === 'buttons'
            ? null
            : h(
                'button',
                { type: 'submit', class: 'btn btn-primary', disabled: !state.choice || state.busy },
                'Envoyer',
              ),
        ),
      ),
    ),
  totp: () =>
    h(
      'ed-totp',
      {},
      h('h3', { class: 'mt-0' }, 'Saisissez le code à 6 chiffres de votre application'),
      h('input', { id: 'code', inputmode: 'numeric', 'aria-label': 'Code' }),
    ),
};

function home() {
  return h(
    'main',
    {},
    h('h1', {}, `Bienvenue ${state.home.prenom} ${state.home.nom}`),
    h('button', { type: 'button', class: 'btn btn-primary', onclick: logOut }, 'Se déconnecter'),
  );
}

async function submitLogin(event) {
  event.preventDefault();
  set({ busy: true, message: '' });
  await logIn(JSON.parse(localStorage.getItem('faDataskey') ?? '[]'));
}

async function logIn(fa) {
  await call('GET', `${API}login.awp?gtk=1&v=${version}`);
  const data = { identifiant: state.username, motdepasse: state.password, isReLogin: false, uuid: '', fa };
  const reply = await call('POST', `${API}login.awp?v=${version}`, data);
  if (reply?.code === 200) enter(reply.data.accounts[0]);
  else if (reply?.code === 250 && reply.data.totp) set({ busy: false, dialog: 'totp' });
  else if (reply?.code === 250 && transport === 'early') askAfterReload();
  else if (reply?.code === 250) await ask();
  else set({ busy: false, dialog: null, message: reply?.message ?? 'Le service ne répond pas.' });
}

async function ask(message = '', early = null) {
  const reply = early ?? (await call('POST', `${secondFactor()}?verbe=get&v=${version}`, {}));
  if (reply?.code !== 200)
    return set({ busy: false, dialog: null, message: reply?.message ?? 'Le service ne répond pas.' });
  const propositions = reply.data.propositions.map((encoded) => ({ encoded, text: decode(encoded) }));
  tests.asked();
  set({
    busy: false,
    dialog: 'question',
    question: decode(reply.data.question),
    propositions,
    choice: '',
    message,
  });
}

function submitChoice(event) {
  event.preventDefault();
  return send();
}

async function send() {
  tests.sent();
  set({ busy: true, message: '' });
  const reply = await call('POST', `${secondFactor()}?verbe=post&v=${version}`, { choix: state.choice });
  if (reply?.code === 200) {
    const proofs = [reply.data];
    localStorage.setItem('faDataskey', JSON.stringify(proofs));
    set({ dialog: null });
    await logIn(proofs);
  } else if (reply === null || GIVES_UP.includes(reply.code)) {
    set({ busy: false, dialog: null, message: reply?.message ?? 'Le service ne répond pas.' });
  } else {
    await ask('Ce n’est pas la bonne réponse.');
  }
}

/** The codes after which there is nothing more to ask. */
const GIVES_UP = [516, 517, 520, 521, 525, 535];

/** A page that begins anew in mid-login, and asks before anything else is there. */
function askAfterReload() {
  const { username, password } = state;
  sessionStorage.setItem('login', JSON.stringify({ username, password, tokens }));
  location.reload();
}

function resume() {
  const kept = sessionStorage.getItem('login');
  if (!kept) return;
  sessionStorage.removeItem('login');
  const { username, password, tokens: given } = JSON.parse(kept);
  tokens = given;
  Object.assign(state, { username, password });
  void ask('', window.earlyReply);
}

function enter(account) {
  history.pushState({}, '', '/Accueil');
  set({ home: account, dialog: null, busy: false, message: '', choice: '' });
}

function logOut() {
  history.pushState({}, '', '/login');
  tokens = {};
  set({ home: null, username: '', password: '', message: '' });
}

function secondFactor() {
  return `${state.username.startsWith('prof.') ? API_TEACHERS : API}connexion/doubleauth.awp`;
}

function call(method, url, data) {
  const body = data ? `data=${encodeURIComponent(JSON.stringify(data))}` : null;
  const gtk = document.cookie.match(/GTK=([^;]+)/)?.[1];
  const headers = {
    ...tokens,
    ...(gtk ? { 'X-Gtk': gtk } : {}),
    ...(body ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
  };
  const relayed =
    transport === 'unseen' ? url.replace(/^https:\/\/[^/]+\/v3\//, '/relay/').replace('.awp', '') : url;
  const by = transport === 'worker' ? byWorker : transport.startsWith('fetch') ? byFetch : byXhr;
  return by(method, relayed, headers, body).catch(() => null);
}

async function byFetch(method, url, headers, body) {
  const ending = new AbortController();
  const late = setTimeout(() => ending.abort(), Number(patience));
  const init = { method, headers, body, credentials: 'include', signal: ending.signal };
  const response = await (transport === 'fetch-request' ? fetch(new Request(url, init)) : fetch(url, init));
  keepTokens((name) => response.headers.get(name));
  const value = await (transport === 'fetch-clone' ? response.clone() : response).json();
  clearTimeout(late);
  // As Angular's HttpClient ends a call by fetch once it has all of it.
  ending.abort();
  return value;
}

let worker = null;

function byWorker(method, url, headers, body) {
  worker ??= new Worker('/worker.js');
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ url, init: { method, headers, body, credentials: 'include' } }, [port2]);
  return new Promise((resolve) => {
    setTimeout(resolve, Number(patience), null);
    port1.onmessage = ({ data: { value, tokens } }) => {
      keepTokens((name) => tokens[name]);
      resolve(value);
    };
  });
}

function byXhr(method, url, headers, body) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.withCredentials = true;
    xhr.timeout = Number(patience);
    if (transport === 'xhr-json') xhr.responseType = 'json';
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.onload = () => {
      keepTokens((name) => xhr.getResponseHeader(name));
      try {
        resolve(transport === 'xhr-json' ? xhr.response : JSON.parse(xhr.responseText));
      } catch (error) {
        reject(error);
      }
    };
    xhr.onerror = xhr.ontimeout = reject;
    xhr.send(body);
  });
}

function keepTokens(header) {
  for (const name of ['X-Token', '2FA-Token']) {
    const value = header(name);
    if (value) tokens[name] = value;
  }
}

function decode(encoded) {
  return new TextDecoder().decode(Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)));
}

// For tests: the framework makes all of its nodes anew, as it does when something elsewhere in its state changes.
addEventListener('stand-in:render', render);
// Back closes what is open, as in an app of one page.
addEventListener('popstate', () => set({ dialog: null, message: '' }));
if (markup === 'anew') setInterval(() => state.dialog && render(), 200);
resume();
render();
