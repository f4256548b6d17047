import { vi } from 'vitest';
import { observeNetwork } from '../../../lib/page/observe-network.ts';
import type { ProbeReport } from '../../../lib/page/report.ts';

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64');
export const API = 'https://api.ecoledirecte.com/v3/connexion/doubleauth.awp';
export const asked = {
  code: 200,
  data: { question: encode('Quelle ville ?'), propositions: [encode('PARIS'), encode('LYON')] },
};
export const challenge = {
  kind: 'challenge',
  of: 1,
  question: 'Quelle ville ?',
  propositions: ['PARIS', 'LYON'],
};
export const choice = `data=${JSON.stringify({ choix: encode('PARIS') })}`;

/** A page with an XMLHttpRequest that answers `reply` to every call, and a fetch that does too. */
export function fakePage(reply: string) {
  const calls: unknown[][] = [];
  class FakeXhr extends EventTarget {
    status = 200;
    responseType = '';
    responseText = '';
    response: unknown = '';
    open(...args: unknown[]) {
      calls.push(args);
    }
    send(...args: unknown[]) {
      calls.push(args);
      if (this.responseType === 'json') this.response = JSON.parse(reply);
      else if (this.responseType === 'arraybuffer') this.response = new TextEncoder().encode(reply).buffer;
      else if (this.responseType === 'blob') this.response = new Blob([reply]);
      else this.response = this.responseText = reply;
      this.dispatchEvent(new Event('load'));
    }
  }
  const fetch = vi.fn(async (..._: unknown[]) => new Response(reply));
  const page = {
    XMLHttpRequest: FakeXhr,
    fetch,
    Request,
    location: { href: 'https://www.ecoledirecte.com/login' },
  };
  const reports: ProbeReport[] = [];
  // Only what the page's own scripts use of it is there.
  observeNetwork(page as unknown as typeof globalThis, (report) => reports.push(report));
  const request = (url: string, body?: unknown, responseType = '') => {
    const xhr = new page.XMLHttpRequest();
    xhr.responseType = responseType;
    xhr.open('POST', url);
    xhr.send(body);
    return xhr;
  };
  return { page, calls, fetch, reports, request };
}
