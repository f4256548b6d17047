import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { HOSTS } from '../../site/certificate.ts';
import type { Site } from '../../site/server.ts';

/** A reply of the stand-in as it came over the wire. */
export interface RawReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

interface Sent {
  host?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One HTTPS request to the stand-in on loopback, for the host that its `Host` header names. */
export function ask(site: Site, path: string, sent: Sent = {}): Promise<RawReply> {
  const { host = HOSTS.api, method = 'GET', headers = {}, body = '' } = sent;
  return new Promise((resolve, reject) => {
    request(
      {
        host: '127.0.0.1',
        port: site.port,
        path,
        method,
        servername: host,
        headers: { Host: host, ...headers },
        rejectUnauthorized: false, // its certificate is its own
      },
      async (response) => {
        try {
          const chunks = await response.toArray();
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        } catch (error) {
          reject(error);
        }
      },
    )
      .on('error', reject)
      .end(body);
  });
}
