import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answer } from './api.ts';
import { HOSTS, makeCertificate } from './certificate.ts';
import { type Behaviour, World } from './world.ts';

/** The stand-in EcoleDirecte, running. */
export interface Site {
  /** The port on 127.0.0.1 that every one of its hosts is to be led to. */
  port: number;
  /** What it knows, how it behaves, and the log of its calls; replaced by `reset`. */
  readonly world: World;
  /**
   * Requests that no page of the site made, as method and address: those of an extension, say. What a content script
   * asks is asked as the page.
   */
  readonly uninvited: readonly string[];
  reset(): void;
  close(): Promise<void>;
}

/** More than any form of the site sends. */
const MAX_BODY = 1_000_000;

/** Starts the stand-in for all hosts over TLS; `seed` makes its draws repeatable. */
export async function startSite({ seed = 1 }: { seed?: number } = {}): Promise<Site> {
  let world = new World(seed);
  const uninvited: string[] = [];
  const server = createServer(await makeCertificate(), (request, response) => {
    if (!isInvited(request)) uninvited.push(`${request.method} ${request.headers.host}${request.url}`);
    respond(world, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    get world() {
      return world;
    },
    uninvited,
    reset: () => {
      world = new World(seed);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Whether a person opened it, the browser wants its icon, or a page of the site asks for it, as the browser itself says. */
function isInvited({ headers, url }: IncomingMessage): boolean {
  if (headers['sec-fetch-mode'] === 'navigate' || url === '/favicon.ico') return true;
  return (headers.referer ?? headers.origin ?? '').startsWith(`https://${HOSTS.www}`);
}

async function respond(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const { pathname, searchParams } = new URL(request.url ?? '/', `https://${host}`);
  const isRelayed = host === HOSTS.www && pathname.startsWith('/relay/');
  if (host === HOSTS.www && !isRelayed) return servePage(world, pathname, response);
  if (!isRelayed && host !== HOSTS.api && host !== HOSTS.apip) return void response.writeHead(421).end();
  const cors = {
    'Access-Control-Allow-Origin': `https://${HOSTS.www}`,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': 'X-Token, 2FA-Token, X-Gtk',
  };
  if (request.method === 'OPTIONS') {
    const allowed = {
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'X-Token, 2FA-Token, X-Gtk, Content-Type',
    };
    return void response.writeHead(204, { ...cors, ...allowed }).end();
  }
  const call = {
    path: isRelayed ? `${pathname.replace('/relay/', '/v3/')}.awp` : pathname,
    query: searchParams,
    headers: request.headers,
    body: await readBody(request),
  };
  const { body, headers, code, account, choice } = answer(world, call);
  world.log.push({ host, path: call.path, verb: searchParams.get('verbe'), account, code, choice });
  // In mid-reply: a browser sends a request once more by itself where not a byte has come back.
  if (body === undefined) {
    response.writeHead(200, { ...cors, 'Content-Length': '100' }).flushHeaders();
    return void setImmediate(() => response.destroy());
  }
  if (body === null) return;
  response
    .writeHead(200, { ...cors, ...headers, 'Content-Type': 'application/json; charset=utf-8' })
    .end(body);
}

const SCRIPTS = ['app', 'aria', 'early', 'for-tests', 'h', 'markups', 'worker'].map((name) => [
  `/${name}.js`,
  { file: `${name}.js`, type: 'text/javascript; charset=utf-8' },
]);
const PAGES: Record<string, { file: string; type: string }> = {
  ...Object.fromEntries(SCRIPTS),
  '/app.css': { file: 'app.css', type: 'text/css; charset=utf-8' },
};
const APP = { file: 'index.html', type: 'text/html; charset=utf-8' };

/** What the page sends where it is to be another than usual. */
const OTHER_VERSION = '5.0.1';

/** The page's own script and style are all that it may load. */
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; img-src 'self' data:; connect-src 'self' https://${HOSTS.api} https://${HOSTS.apip}`;

/** A single-page app: every address gives the same page, which is told how to call. */
async function servePage(world: World, pathname: string, response: ServerResponse): Promise<void> {
  if (pathname === '/') return void response.writeHead(302, { Location: '/login' }).end();
  if (pathname === '/favicon.ico') return void response.writeHead(204).end();
  const { file, type } = PAGES[pathname] ?? APP;
  const text = await readFile(new URL(`page/${file}`, import.meta.url), 'utf8');
  const { transport, version, markup, answerFault } = world.behaviour satisfies Behaviour;
  const filled = text
    .replaceAll('%TRANSPORT%', transport)
    .replace('%VERSION%', transport === 'version' ? OTHER_VERSION : version)
    .replace('%MARKUP%', markup)
    .replace('%PATIENCE%', String(answerFault === 'silent' ? 1_000 : 30_000));
  response
    .writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' })
    .end(filled);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
