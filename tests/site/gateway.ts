import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { HOSTS } from './certificate.ts';

/** The one way out of a browser: a proxy that leads to the stand-in and nowhere else. */
export interface Gateway {
  /** Its port on 127.0.0.1. */
  port: number;
  /**
   * Each connection that was asked for beside the stand-in's and those of the browser's own services, as `host:port`, or
   * the address for one without TLS.
   */
  readonly strays: readonly string[];
  /** How many connections went to the stand-in, and how many a browser asked for itself. */
  readonly counts: Readonly<{ toSite: number; ofBrowser: number }>;
  close(): Promise<void>;
}

/** What browsers ask for themselves, with no extension in them: updates, settings, time, autofill. */
const OF_BROWSER =
  /^(?:http:\/\/)?(?:[a-z0-9-]+\.)+(?:google\.com|googleapis\.com|gvt1\.com|mozilla\.(?:com|net|org)|firefox\.com)[:/]/;

/** Starts the gateway to the stand-in on `sitePort`. */
export async function startGateway(sitePort: number): Promise<Gateway> {
  const strays: string[] = [];
  const ofSite = new Set(Object.values(HOSTS).map((host) => `${host}:443`));
  const counts = { toSite: 0, ofBrowser: 0 };
  const note = (address = '') => {
    if (OF_BROWSER.test(address)) counts.ofBrowser += 1;
    else strays.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  // The server no longer closes by itself what it has handed over.
  const tunnels = new Set<Duplex>();
  server.on('connect', (request, client, head) => {
    tunnels.add(client);
    client.on('close', () => tunnels.delete(client));
    client.on('error', () => client.destroy());
    if (!ofSite.has(request.url ?? '')) {
      note(request.url);
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    counts.toSite += 1;
    const site = connect(sitePort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      site.write(head);
      site.pipe(client).pipe(site);
    });
    site.on('error', () => client.destroy());
    client.on('close', () => site.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    strays,
    counts,
    close: () => {
      server.closeAllConnections();
      for (const tunnel of tunnels) tunnel.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
