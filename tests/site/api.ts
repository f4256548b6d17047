import { randomBytes } from 'node:crypto';
import type { Session, World } from './world.ts';

/** A call as it reaches the API. */
export interface ApiCall {
  path: string;
  query: URLSearchParams;
  headers: { [name: string]: string | string[] | undefined };
  body: string;
}

export interface ApiReply {
  /** Left out, the connection is dropped; null, it is left open without a word. */
  body?: string | null;
  headers: Record<string, string>;
  code: number;
  account: string | null;
  choice: string | null;
}

/** Answers one call of the API, always with HTTP 200: the outcome is in `code`. */
export function answer(world: World, call: ApiCall): ApiReply {
  if (call.path === '/v3/login.awp' && call.query.get('gtk') === '1') {
    return reply(
      200,
      null,
      {},
      { 'Set-Cookie': `GTK=${token()}; Domain=ecoledirecte.com; Path=/; Secure; SameSite=None` },
    );
  }
  if (call.path === '/v3/login.awp') return logIn(world, call);
  if (call.path === '/v3/connexion/doubleauth.awp') return secondFactor(world, call);
  return reply(225, 'Paramètres incorrects');
}

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8');
const token = () => randomBytes(16).toString('hex');

function logIn(world: World, { query, body, headers }: ApiCall): ApiReply {
  const data = parseData(body);
  const account = world.account(String(data?.identifiant ?? ''));
  if (!data || !query.get('v') || !headers['x-gtk']) return reply(225, 'Paramètres incorrects');
  const { loginCode } = world.behaviour;
  if (loginCode !== null)
    return reply(loginCode, MESSAGES[loginCode] ?? 'Erreur', {}, {}, account?.identifier);
  if (!account || account.password !== data.motdepasse) return reply(505, MESSAGES[505] ?? '');
  if (world.isBlocked(account)) return reply(516, MESSAGES[516] ?? '', {}, {}, account.identifier);
  const proofs = Array.isArray(data.fa) ? data.fa : [];
  const isKnown = proofs.some(({ cn, cv }) => world.devices.get(`${account.identifier} ${cn}`) === cv);
  const { loginCodeAfter } = world.behaviour;
  if (isKnown && loginCodeAfter !== null)
    return reply(loginCodeAfter, MESSAGES[loginCodeAfter] ?? null, {}, {}, account.identifier);
  const session = token();
  world.sessions.set(session, { account, asked: null });
  if (!isKnown && account.secondFactor !== 'none') {
    const totp = account.secondFactor === 'totp';
    return reply(
      250,
      'Double authentification',
      { totp },
      { 'X-Token': session, '2FA-Token': token() },
      account.identifier,
    );
  }
  // A proof is good for the login that follows it; a device that is not remembered is asked again next time.
  if (world.behaviour.forgetDevices) world.forgetDevices(account);
  const { type, identifier, firstName, lastName } = account;
  const accounts = [
    { typeCompte: type, identifiant: identifier, prenom: firstName, nom: lastName, idLogin: 1000 },
  ];
  return reply(200, '', { accounts }, { 'X-Token': session }, identifier);
}

function secondFactor(world: World, { query, body, headers }: ApiCall): ApiReply {
  const session = world.sessions.get(String(headers['x-token'] ?? ''));
  const data = parseData(body);
  if (!session || !headers['2fa-token']) return reply(520, MESSAGES[520] ?? '');
  const identifier = session.account.identifier;
  if (world.isBlocked(session.account)) return reply(516, MESSAGES[516] ?? '', {}, {}, identifier);
  if (world.behaviour.fault === 'dropped') return { code: 0, headers: {}, account: identifier, choice: null };
  if (world.behaviour.fault === 'not-json')
    return { ...reply(0, '', {}, {}, identifier), body: '<html>Maintenance</html>' };
  if (query.get('verbe') === 'get' && data) {
    session.asked ??= world.nextQuestion(session.account);
    const propositions = world.draw(session.asked).map(encode);
    return reply(200, '', { question: encode(session.asked.text), propositions }, {}, identifier);
  }
  if (query.get('verbe') === 'post' && typeof data?.choix === 'string' && session.asked) {
    const choice = decode(data.choix);
    const { answerFault } = world.behaviour;
    if (answerFault === 'silent') return { code: 0, body: null, headers: {}, account: identifier, choice };
    if (answerFault === 'dropped') return { code: 0, headers: {}, account: identifier, choice };
    if (answerFault === 'not-json')
      return { ...reply(0, '', {}, {}, identifier), body: '<html>Maintenance</html>', choice };
    if (answerFault !== 'none')
      return { ...reply(answerFault, MESSAGES[answerFault] ?? null, {}, {}, identifier), choice };
    return { ...(choice === session.asked.answer ? accept(world, session) : refuse(world, session)), choice };
  }
  return reply(225, 'Paramètres incorrects', {}, {}, identifier);
}

function accept(world: World, session: Session): ApiReply {
  const { identifier } = session.account;
  const answered = (world.answered.get(identifier) ?? 0) + 1;
  const isDone = answered >= world.behaviour.questionsPerLogin;
  world.answered.set(identifier, isDone ? 0 : answered);
  world.wrongAnswers.delete(identifier);
  session.asked = null;
  const [cn, cv] = [token(), token()];
  // With more questions to come the proof is not worth anything yet.
  if (isDone) world.devices.set(`${identifier} ${cn}`, cv);
  return reply(200, '', { cn, cv }, {}, identifier);
}

function refuse(world: World, session: Session): ApiReply {
  const { identifier } = session.account;
  world.wrongAnswers.set(identifier, (world.wrongAnswers.get(identifier) ?? 0) + 1);
  if (world.behaviour.afterRefusal === 'other')
    session.asked = world.nextQuestion(session.account, session.asked);
  const code = world.behaviour.refusalCode;
  return reply(code, code === 550 ? null : 'Réponse incorrecte', {}, {}, identifier);
}

const MESSAGES: Record<number, string> = {
  505: 'Identifiant et/ou mot de passe invalide !',
  516: 'Compte bloqué. Un courriel vous a été envoyé pour le débloquer.',
  517: 'Version obsolète',
  520: 'Token invalide !',
  521: 'Token expiré !',
  525: 'Session expirée !',
  535: 'Compte bloqué. Un courriel vous a été envoyé pour le débloquer.',
};

function reply(
  code: number,
  message: string | null,
  data: object = {},
  headers: Record<string, string> = {},
  account: string | null = null,
): ApiReply {
  const body = JSON.stringify({ code, token: headers['X-Token'] ?? '', message, data, host: 'stand-in' });
  return { body, headers, code, account, choice: null };
}

function parseData(body: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(new URLSearchParams(body).get('data') ?? '');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null; // an object, as just seen
  } catch {
    return null;
  }
}
