/** In the page: what the built question saw done to it. */
export interface Seen {
  /** The texts that stood at an option when it was chosen, with the question that stood there then. */
  choices: { question: string; text: string }[];
  submissions: number;
}

export interface Given {
  question: string;
  propositions: string[];
  account: string;
  /** A name of `TWISTS`, or none for an honest page. */
  twist: string;
}

/**
 * Runs in the page, so it stands alone: makes the page anew as one question in a dialog, twisted as asked, and counts
 * what is done to it in `hostile`. Nothing is announced yet.
 */
export function buildQuestion({ question, propositions, account, twist }: Given): void {
  const make = (tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]) => {
    const element = Document.prototype.createElement.call(document, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    Element.prototype.append.call(element, ...children);
    return element;
  };
  const seen: Seen = { choices: [], submissions: 0 };
  Object.assign(window, { hostile: seen });
  const heading = make('h3', { class: 'question-label' }, question);
  const rowsOf = (prefix: string) =>
    propositions.map((text, index) => {
      const id = `${prefix}-${index}`;
      const input = make('input', { type: 'radio', name: prefix, id, value: String(index) });
      return make('div', { class: 'form-check' }, input, make('label', { for: id }, text));
    });
  const dialog = (...children: (Node | string)[]) =>
    make('div', { class: 'modal-content', role: 'dialog' }, ...children);
  const send = make('button', { type: 'submit', class: 'btn btn-primary' }, 'Envoyer');
  const form = make('form', { class: 'question' }, heading, ...rowsOf('option'), send);
  const login = make('input', { id: 'username', value: account, 'aria-label': 'Identifiant' });
  const body = document.documentElement.getElementsByTagName('body')[0] as HTMLElement; // also where its name is clobbered
  Element.prototype.replaceChildren.call(body, login, dialog(form));

  const labels = [...form.getElementsByTagName('label')];
  const twists: Record<string, () => void> = {
    'transparent around it': () => {
      const around = [make('div'), make('div')];
      for (const one of around) one.style.opacity = '0.8';
      dialogOf(form).replaceWith(around[0] as Node);
      around[0]?.append(around[1] as Node);
      around[1]?.append(dialog(form));
    },
    'transparent by a filter': () => {
      dialogOf(form).style.filter = 'opacity(0.02)';
    },
    'something over it': () => {
      const cover = make('div', { class: 'cover' }, 'Gagnez un cadeau !');
      Object.assign(cover.style, { position: 'fixed', inset: '0', background: 'white' });
      body.append(cover);
    },
    'a clear pane over it': () => {
      const cover = make('div', { class: 'cover' });
      Object.assign(cover.style, { position: 'fixed', inset: '0' });
      body.append(cover);
    },
    'off the screen': () => {
      Object.assign(dialogOf(form).style, { position: 'fixed', left: '-4000px' });
    },
    'cut away': () => {
      dialogOf(form).style.clipPath = 'inset(50%)';
    },
    'in a frame of one pixel': () => {
      const frame = make('iframe', { width: '1', height: '1' }) as HTMLIFrameElement; // by its tag
      frame.addEventListener('load', () => frame.contentDocument?.body.replaceChildren(dialogOf(form)));
      body.append(frame);
    },
    'texts swapped as it is marked': () => {
      const swap = () => {
        const [first, ...rest] = widgets.map(({ textContent }) => textContent);
        [...rest, first].forEach((text, index) => {
          const widget = widgets[index];
          if (widget?.firstChild) widget.firstChild.nodeValue = text ?? '';
        });
      };
      const name = `x-option-${Math.random().toString(36).slice(2)}`;
      customElements.define(
        name,
        class extends HTMLElement {
          static observedAttributes = ['data-memo-qcm'];
          attributeChangedCallback() {
            swap();
          }
        },
      );
      const widgets = propositions.map((text) =>
        make(name, { role: 'radio', 'aria-checked': 'false' }, text),
      );
      for (const widget of widgets) {
        widget.style.display = 'block';
        widget.addEventListener('click', () => {
          for (const one of widgets) one.setAttribute('aria-checked', String(one === widget));
          seen.choices.push({ question: heading.textContent ?? '', text: widget.textContent ?? '' });
        });
      }
      form.replaceChildren(heading, make('div', {}, ...widgets), send);
    },
    'question swapped in flight': () => {
      // At once, since the reply may overtake a timer, and would then be right to choose; `swapped` tries every delay.
      addEventListener('memo-qcm:report', () => {
        heading.textContent = 'Quelle est votre année de naissance ?';
      });
    },
    'taken off the page in flight': () => {
      addEventListener('memo-qcm:report', () => {
        dialogOf(form).style.display = 'none';
      });
    },
    'two of the same': () => {
      dialogOf(form).after(
        dialog(make('form', { class: 'question' }, heading.cloneNode(true), ...rowsOf('second'))),
      );
    },
    'two labels at each option': () => {
      labels.forEach((label, index) => {
        const other = propositions[(index + 1) % propositions.length] ?? '';
        label.before(make('label', { for: label.getAttribute('for') ?? '' }, other));
      });
    },
    'below the fold': () => {
      heading.style.marginTop = '3000px';
    },
    'fading in': () => {
      const { style } = dialogOf(form);
      Object.assign(style, { opacity: '0', transition: 'opacity 300ms' });
      setTimeout(() => {
        style.opacity = '1';
      }, 100);
    },
    'a form called querySelector': () => {
      form.id = 'querySelector';
      form.setAttribute('name', 'querySelectorAll');
    },
    'fields called children and the like': () => {
      for (const name of ['children', 'parentNode', 'attributes', 'nodeType', 'childNodes', 'textContent'])
        Element.prototype.append.call(form, make('input', { type: 'hidden', name }));
    },
    'fields called as methods': () => {
      for (const name of ['contains', 'matches', 'closest', 'append', 'after', 'click', 'getRootNode'])
        Element.prototype.append.call(form, make('input', { type: 'hidden', name }));
    },
    'fields called as places': () => {
      for (const name of ['ownerDocument', 'isConnected', 'shadowRoot', 'localName', 'getBoundingClientRect'])
        Element.prototype.append.call(form, make('input', { type: 'hidden', name }));
    },
    'a picture called body': () => {
      for (const name of ['body', 'head', 'createElement', 'elementFromPoint', 'activeElement'])
        Element.prototype.append.call(body, make('img', { name, alt: '' }));
    },
    'pictures called as the document': () => {
      for (const name of [
        'defaultView',
        'visibilityState',
        'querySelectorAll',
        'addEventListener',
        'documentElement',
      ])
        Element.prototype.append.call(body, make('img', { name, alt: '' }));
    },
  };
  twists[twist]?.();
  const count = (event: Event) => {
    const target = event.composedPath()[0] as HTMLInputElement; // only what is named so is looked at
    if (event.type === 'submit' || target.type === 'submit') {
      event.preventDefault();
      seen.submissions += 1;
    } else if (event.type === 'change') {
      const texts = [...(target.labels ?? [])].map((label) => label.textContent).join(' / ');
      seen.choices.push({ question: heading.textContent ?? '', text: texts });
    }
  };
  for (const root of [
    window,
    ...[...document.getElementsByTagName('iframe')].map((frame) => frame.contentWindow),
  ]) {
    for (const type of ['click', 'change', 'submit']) root?.addEventListener(type, count, true);
  }

  function dialogOf(element: Element): HTMLElement {
    return element.closest<HTMLElement>('.modal-content') ?? body;
  }
}

/** In the page: says what the probe would say of a question. */
export function announce({ question, propositions }: Pick<Given, 'question' | 'propositions'>): void {
  const detail = JSON.stringify({ kind: 'challenge', question, propositions });
  window.dispatchEvent(new CustomEvent('memo-qcm:report', { detail }));
}

/** In the page. */
export function readSeen(): Seen {
  const seen = Reflect.get(window, 'hostile') as Seen | undefined; // as `buildQuestion` put it there
  return seen ?? { choices: [], submissions: 0 };
}
