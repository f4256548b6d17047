// Radio buttons by ARIA alone that stay as they are when one is chosen; each hears either keys or clicks.
import { h } from './h.js';

/** Chosen by Space or the arrow keys, as the pattern asks; deaf to clicks. */
export function ariaKeys({ propositions, choice, choose }) {
  const group = radioGroup(propositions, choice, choose);
  group.element.addEventListener('keydown', ({ key, target }) => {
    const at = group.radios.indexOf(target);
    if (at < 0) return;
    const last = group.radios.length;
    if (key === ' ') group.pick(at);
    if (key === 'ArrowDown') group.pick((at + 1) % last);
    if (key === 'ArrowUp') group.pick((at + last - 1) % last);
  });
  return [group.element];
}

/** Chosen by a click; deaf to keys. */
export function ariaClick({ propositions, choice, choose }) {
  const group = radioGroup(propositions, choice, choose);
  group.element.addEventListener('click', ({ target }) => {
    const at = group.radios.indexOf(target);
    if (at >= 0) group.pick(at);
  });
  return [group.element];
}

function radioGroup(propositions, choice, choose) {
  const radios = propositions.map(({ text }) => h('div', { role: 'radio', class: 'widget' }, text));
  const show = (chosen) => {
    radios.forEach((radio, index) => {
      radio.setAttribute('aria-checked', String(index === chosen));
      radio.tabIndex = index === Math.max(chosen, 0) ? 0 : -1;
    });
  };
  const pick = (index) => {
    show(index);
    radios[index].focus();
    choose(propositions[index].encoded);
  };
  show(propositions.findIndex(({ encoded }) => encoded === choice));
  return { element: h('div', { role: 'radiogroup', 'aria-label': 'Réponses' }, ...radios), radios, pick };
}
