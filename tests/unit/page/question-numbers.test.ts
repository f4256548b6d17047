import { describe, expect, it, vi } from 'vitest';
import { API, asked, choice, fakePage } from './fake-network.ts';

describe('which question a call is of', () => {
  const late = () => {
    let end = (_: unknown) => {};
    const answer = new Promise<Response>((resolve) => {
      end = (reply) => resolve(new Response(JSON.stringify(reply)));
    });
    return { answer, end };
  };

  it('is the one that the page had been given when it sent its answer, however late the reply', async () => {
    const { page, fetch, reports } = fakePage(JSON.stringify(asked));
    await page.fetch(`${API}?verbe=get`);
    await vi.waitFor(() => expect(reports).toMatchObject([{ kind: 'challenge', of: 1 }]));
    const { answer, end } = late();
    fetch.mockReturnValueOnce(answer);
    const sent = page.fetch(`${API}?verbe=post`, { method: 'POST', body: choice });
    await page.fetch(`${API}?verbe=get`);
    await vi.waitFor(() => expect(reports).toMatchObject([{}, { kind: 'challenge', of: 2 }]));
    end({ code: 550 });
    await sent;
    await vi.waitFor(() => expect(reports).toMatchObject([{}, {}, { kind: 'outcome', of: 1 }]));
  });

  it('is not one that was never given, and is one that was, though it cannot be read', async () => {
    const { page, fetch, reports } = fakePage(JSON.stringify({ code: 550 }));
    const answer = () => page.fetch(`${API}?verbe=post`, { method: 'POST', body: choice });
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(page.fetch(`${API}?verbe=get`)).rejects.toThrow();
    await answer();
    await vi.waitFor(() => expect(reports).toMatchObject([{ kind: 'outcome', of: 0 }]));
    fetch.mockResolvedValueOnce(new Response('<html>'));
    await page.fetch(`${API}?verbe=get`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await answer();
    await vi.waitFor(() => expect(reports).toMatchObject([{}, { kind: 'outcome', of: 2 }]));
  });
});
