// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { GrowingText } from '../../../components/growing-text.tsx';

test('takes the focus as it appears, so that nothing typed elsewhere goes on in it', () => {
  render(<GrowingText id="question" value="" focused onInput={() => {}} />, document.body);
  expect(document.activeElement?.id).toBe('question');
});
