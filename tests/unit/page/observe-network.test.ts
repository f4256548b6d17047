import { describe, expect, it, vi } from 'vitest';
import { API, asked, challenge, choice, fakePage } from './fake-network.ts';

describe('XMLHttpRequest', () => {
  it.each(['', 'text', 'json', 'arraybuffer', 'blob'])(
    'is understood with the response type "%s"',
    async (responseType) => {
      const { request, reports } = fakePage(JSON.stringify(asked));
      request(`${API}?verbe=get&v=4.75.0`, 'data={}', responseType);
      await vi.waitFor(() => expect(reports).toEqual([challenge]));
    },
  );

  it('goes out as it was, and comes back as it was', () => {
    const { request, calls } = fakePage(JSON.stringify(asked));
    const xhr = request(`${API}?verbe=get&v=4.75.0`, 'data={}');
    expect(calls).toEqual([['POST', `${API}?verbe=get&v=4.75.0`], ['data={}']]);
    expect(xhr.responseText).toBe(JSON.stringify(asked));
  });

  it('is listened to from the moment that it is opened, ahead of a page that begins after it', () => {
    const { page } = fakePage(JSON.stringify(asked));
    const xhr = new page.XMLHttpRequest();
    const listening = vi.spyOn(xhr, 'addEventListener');
    xhr.open('POST', `${API}?verbe=get`);
    expect(listening.mock.calls.map(([type]) => type)).toContain('load');
  });

  it('says what was sent and how it was taken', async () => {
    const { request, reports } = fakePage(JSON.stringify({ code: 550, message: null }));
    request(`${API}?verbe=post&v=9.9`, choice);
    await vi.waitFor(() => {
      expect(reports).toEqual([{ kind: 'outcome', of: 0, accepted: false, code: 550, proposition: 'PARIS' }]);
    });
  });

  it.each([
    ['a form', () => formWith('data', choice.slice(5))],
    ['a blob', () => new Blob([choice])],
    ['bytes', () => new TextEncoder().encode(choice)],
  ])('says what was sent as %s', async (_, body) => {
    const { request, reports } = fakePage(JSON.stringify({ code: 200, data: { cn: 'n', cv: 'v' } }));
    request(`${API}?verbe=post`, body());
    await vi.waitFor(() => expect(reports).toMatchObject([{ kind: 'outcome', proposition: 'PARIS' }]));
  });

  it.each(['error', 'timeout', 'abort'])(
    'that ends in %s is said to have come to nothing, where it sent an answer',
    (type) => {
      const { request, reports } = fakePage('');
      request(`${API}?verbe=get`, 'data={}').dispatchEvent(new Event(type));
      expect(reports).toEqual([]);
      request(`${API}?verbe=post`, choice).dispatchEvent(new Event(type));
      expect(reports).toEqual([{ kind: 'failed' }]);
    },
  );

  it('that is answered by something else than JSON is said to be', async () => {
    const { request, reports } = fakePage('<html>Maintenance</html>');
    request(`${API}?verbe=post`, choice);
    await vi.waitFor(() => expect(reports).toEqual([{ kind: 'failed' }]));
  });

  it('that is answered by an error of HTTP has come to nothing, whatever it says', async () => {
    const { page, reports } = fakePage(JSON.stringify({ code: 503 }));
    const xhr = new page.XMLHttpRequest();
    xhr.open('POST', `${API}?verbe=post`);
    xhr.status = 503;
    xhr.send(choice);
    await vi.waitFor(() => expect(reports).toEqual([{ kind: 'failed' }]));
  });

  it('is read before the page uses the same object again', async () => {
    const { request, reports } = fakePage(JSON.stringify({ code: 550 }));
    const xhr = request(`${API}?verbe=post`, new Blob([choice]));
    xhr.response = xhr.responseText = JSON.stringify({ code: 200, data: { cn: 'n', cv: 'v' } });
    await vi.waitFor(() => expect(reports).toMatchObject([{ accepted: false, code: 550 }]));
  });

  it('is not read where it sends a login', async () => {
    const { request, reports } = fakePage(JSON.stringify({ code: 200 }));
    const form = formWith('data', '{"motdepasse":"secret"}');
    const read = vi.spyOn(form, 'get');
    request('https://api.ecoledirecte.com/v3/login.awp?v=4', form);
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    expect(read).not.toHaveBeenCalled();
  });

  it.each([
    [{ code: 516, token: 'secret', data: {} }, false],
    [{ code: 250, token: 'secret', data: { totp: true, nom: 'MARTIN' } }, true],
    [{ code: 250, token: 'secret', data: { totp: false } }, false],
    [{ code: 250, token: 'secret', data: null }, false],
  ])(
    'of a login tells its code, whether an app’s is asked for, and nothing else: %j',
    async (reply, totp) => {
      const { request, reports } = fakePage(JSON.stringify(reply));
      request('https://api.ecoledirecte.com/v3/login.awp?v=4', 'data={}');
      await vi.waitFor(() => expect(reports).toEqual([{ kind: 'login', code: reply.code, totp }]));
    },
  );

  it.each([
    ['another call of the API', 'https://api.ecoledirecte.com/v3/eleves/1/notes.awp?v=4'],
    ['another host', 'https://evil.fr/v3/connexion/doubleauth.awp?verbe=get'],
    [
      'a host that begins alike',
      'https://api.ecoledirecte.com.evil.fr/v3/connexion/doubleauth.awp?verbe=get',
    ],
    ['another verb', `${API}?verbe=put`],
    ['no verb', API],
    ['no address', ''],
  ])('is not read for %s', (_, url) => {
    const { request, reports } = fakePage(JSON.stringify(asked));
    const read = vi.fn(() => JSON.stringify(asked));
    const xhr = request(url, choice);
    for (const name of ['response', 'responseText']) Object.defineProperty(xhr, name, { get: read });
    xhr.dispatchEvent(new Event('load'));
    expect(reports).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });

  it.each(['', 'oops', '[]', 'null', '{"code":200}'])('is left alone when the reply is "%s"', (reply) => {
    const { request, reports } = fakePage(reply);
    request(`${API}?verbe=get`, 'data={}');
    expect(reports).toEqual([]);
  });
});

function formWith(name: string, value: string): FormData {
  const form = new FormData();
  form.append(name, value);
  return form;
}

describe('fetch', () => {
  it.each(['api', 'apip'])(
    'is understood on %s., and its reply is still whole for the page',
    async (host) => {
      const { page, reports } = fakePage(JSON.stringify(asked));
      const response = await page.fetch(API.replace('api', host).concat('?verbe=get&v=5'), {
        method: 'POST',
        body: 'data={}',
      });
      expect(await response.json()).toEqual(asked);
      await vi.waitFor(() => expect(reports).toEqual([challenge]));
    },
  );

  it.each([
    ['a text and its settings', [`${API}?verbe=post`, { method: 'POST', body: choice }]],
    ['a URL', [new URL(`${API}?verbe=post`), { method: 'POST', body: choice }]],
    [
      'a form',
      [`${API}?verbe=post`, { method: 'POST', body: new URLSearchParams({ data: choice.slice(5) }) }],
    ],
    ['a Request', [new Request(`${API}?verbe=post`, { method: 'POST', body: choice })]],
  ])('says what was sent with %s', async (_, args) => {
    const { page, reports, fetch } = fakePage(JSON.stringify({ code: 200, data: { cn: 'n', cv: 'v' } }));
    await page.fetch(...args);
    expect(fetch.mock.calls[0]).toEqual(args);
    await vi.waitFor(() => {
      expect(reports).toEqual([{ kind: 'outcome', of: 0, accepted: true, code: 200, proposition: 'PARIS' }]);
    });
  });

  it('that is answered by an error of HTTP has come to nothing, whatever it says', async () => {
    const { page, fetch, reports } = fakePage('');
    fetch.mockResolvedValueOnce(new Response(JSON.stringify({ code: 503 }), { status: 503 }));
    await page.fetch(`${API}?verbe=post`, { method: 'POST', body: choice });
    await vi.waitFor(() => expect(reports).toEqual([{ kind: 'failed' }]));
  });

  it('leaves a body that the page may still read', async () => {
    const { page } = fakePage(JSON.stringify({ code: 550 }));
    const request = new Request(`${API}?verbe=post`, { method: 'POST', body: choice });
    await page.fetch(request);
    expect(await request.text()).toBe(choice);
  });

  it('fails for the page as it would have, and for nobody else', async () => {
    const { page, fetch, reports } = fakePage('');
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(page.fetch(`${API}?verbe=post`)).rejects.toThrow('Failed to fetch');
    await vi.waitFor(() => expect(reports).toEqual([{ kind: 'failed' }]));
  });
});

describe('whatever the page does wrong', () => {
  it('fails for it as it would have', async () => {
    const { page, fetch, reports } = fakePage('');
    fetch.mockRejectedValue(new TypeError('not an address'));
    await expect(page.fetch('https://[doubleauth.awp')).rejects.toThrow('not an address');
    const used = new Request(`${API}?verbe=post`, { method: 'POST', body: choice });
    await used.text();
    await expect(page.fetch(used)).rejects.toThrow('not an address');
    expect(reports).toEqual([]);
  });

  it('is heard: a call that was stopped in time', async () => {
    const { page, fetch, reports } = fakePage('');
    fetch.mockRejectedValueOnce(new DOMException('late', 'TimeoutError'));
    await expect(page.fetch(`${API}?verbe=post`, { method: 'POST', body: choice })).rejects.toThrow('late');
    await vi.waitFor(() => expect(reports).toEqual([{ kind: 'failed' }]));
  });

  it('is heard: a reply that breaks off in its middle', async () => {
    const { page, fetch, reports } = fakePage('');
    const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('gone')) });
    fetch.mockResolvedValueOnce(new Response(body));
    const response = await page.fetch(`${API}?verbe=post`, { method: 'POST', body: choice });
    await expect(response.json()).rejects.toThrow('gone');
    await vi.waitFor(() => expect(reports).toEqual([{ kind: 'failed' }]));
  });

  it('is not told of another call by the same object', () => {
    const { request, reports } = fakePage(JSON.stringify(asked));
    const xhr = request(`${API}?verbe=get`, 'data={}');
    xhr.dispatchEvent(new Event('loadend'));
    xhr.open('GET', 'https://www.ecoledirecte.com/elsewhere');
    xhr.dispatchEvent(new Event('error'));
    expect(reports.filter(({ kind }) => kind === 'failed')).toEqual([]);
  });
});
