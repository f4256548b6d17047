// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ContentScriptContext } from '../../../lib/page/script-life.ts';

describe('the life of a content script', () => {
  it('ends when a later copy of it starts in the page, and not before', () => {
    const first = new ContentScriptContext();
    expect(first.signal.aborted).toBe(false);
    const second = new ContentScriptContext();
    expect(first.signal.aborted).toBe(true);
    expect(second.signal.aborted).toBe(false);
  });
});
