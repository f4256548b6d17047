// What tests are told by the page itself, as `standIn`: a busy machine may miss what there was for a moment.

/**
 * Puts `standIn` in place for a page of this state: what is chosen as the page itself has it, what is marked, as
 * `text: mark`, how often something else than the question was touched, and what there was when an answer was sent last.
 * Returns what the page calls when it asks, when something is chosen, and when an answer is sent.
 */
export function tellTests(state) {
  /** When the question was first answered, or asked where it is not yet. */
  let since = 0;
  const chosen = () => state.propositions.find(({ encoded }) => encoded === state.choice)?.text ?? null;
  const describe = (label) => {
    const shown = state.propositions.find(({ text }) => letters(text) === letters(label.textContent));
    return `${shown?.text ?? label.textContent}: ${label.getAttribute('data-memo-qcm')}`;
  };
  const marked = () => everywhere('[data-memo-qcm]').map(describe).sort();
  window.standIn = { chosen, marked, strays: 0, sent: null };
  for (const type of ['click', 'change', 'input', 'keydown']) {
    addEventListener(
      type,
      ({ target }) => {
        if (target.closest?.('#survey, #filter, #cookies')) window.standIn.strays += 1;
      },
      true,
    );
  }
  return {
    asked: () => {
      since = performance.now();
    },
    chosen: () => {
      if (!state.choice) since = performance.now();
    },
    // `after` is in milliseconds, by the page's own clock: what keeps the machine busy can only lengthen it.
    sent: () => {
      const isNoted = everywhere('memo-qcm-note[data-place="flow"]').length > 0;
      window.standIn.sent = { chosen: chosen(), marked: marked(), isNoted, after: performance.now() - since };
    },
  };
}

function letters(text) {
  return text.replace(/\s/g, '');
}

/** What matches, also in shadow roots and frames. */
function everywhere(selector, root = document) {
  const inner = [...root.querySelectorAll('*')].map(
    (element) => element.shadowRoot ?? element.contentDocument,
  );
  return [
    ...root.querySelectorAll(selector),
    ...inner.flatMap((tree) => (tree ? everywhere(selector, tree) : [])),
  ];
}
