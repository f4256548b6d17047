/** Pages as the site's could be one day, or as a hostile one would be: bodies that show the question with its propositions. */

export const QUESTION = 'Quelle ville ?';
export const PROPOSITIONS = ['PARIS', 'LYON', 'NICE'];

const rows = (name = 'r') =>
  each(
    (text, id) => `<p><input type=radio name=${name} id=${name}${id}><label for=${name}${id}>${text}</label>`,
  );
const labels = () => each((text) => `<p><label><input type=radio name=r> <span>${text}</span></label>`);
const dialog = (inner = rows(), style = '') =>
  `<div role=dialog style="background:#fff;${style}"><h3>${QUESTION}</h3>${inner}</div>`;
const inside = (style: string) => `<div style="${style}">${dialog()}</div>`;
const shadow = (inner: string) => `<x-a><template shadowrootmode=open>${inner}</template></x-a>`;
const frame = (inner: string, style = '') =>
  `<iframe style="width:400px;height:300px;${style}" srcdoc="${inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
const over = (style: string) => `<div style="position:fixed;inset:0;${style}"></div>`;
const named = (tag: string, ...names: string[]) =>
  names.map((name) => `<${tag} name=${name} style="display:none">`).join('');

/** In each of these the second proposition is to be chosen, and nothing else. */
export const HONEST: Readonly<Record<string, string>> = {
  dialog: dialog(),
  'in the page': `<p>${QUESTION}</p>${rows()}`,
  'labels around': dialog(labels()),
  'visually hidden inputs': `<style>input{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}</style>${dialog()}`,
  'transparent inputs over their labels': `<style>label{position:relative}input{opacity:0;position:absolute;inset:0}</style>${dialog(labels())}`,
  'split text': dialog(
    each(
      (text, id) =>
        `<p><input type=radio name=r id=r${id}><label for=r${id} style="text-transform:lowercase">\n <b>${text.slice(0, 2)}</b><i>${text.slice(2)}</i>&nbsp; </label>`,
    ),
  ),
  select: dialog(
    `<select aria-label="Réponse"><option>Choisissez…${each((text) => `<option>${text}`)}</select>`,
  ),
  'far below': `<div style="height:3000px"></div>${dialog()}`,
  'far down in a list that scrolls by itself': dialog(
    `<div style="height:60px;overflow:auto"><div style="height:300px"></div>${rows()}</div>`,
  ),
  'in a dialog that scrolls by itself': dialog(
    `<div style="height:300px"></div>${rows()}`,
    'position:fixed;inset:0 0 auto;height:80px;overflow:auto',
  ),
  'an empty place for toasts': `${dialog()}${over('pointer-events:none;z-index:9')}`,
  'a background that lets clicks through': `${over('background:#ddd;pointer-events:none')}${dialog(rows(), 'position:relative')}`,
  'a shadow root': shadow(dialog()),
  'a shadow root in another': shadow(shadow(dialog())),
  'options alone in a shadow root': `<div role=dialog><h3>${QUESTION}</h3>${shadow(rows())}</div>`,
  'a frame': frame(dialog()),
  'a frame in another': frame(frame(dialog()), 'width:500px;height:400px'),
  'options alone in a frame': `<div role=dialog><h3>${QUESTION}</h3>${frame(rows())}</div>`,
  'a set that says what to do': dialog(
    `<fieldset><legend>Choisissez votre réponse :</legend>${rows()}</fieldset>`,
  ),
  'a header outside the content': `<div class=modal><h3>${QUESTION}</h3><div class=modal-content>${rows()}</div></div>`,
  'options that are headings': `<style>h5{display:inline}</style>${dialog(each((text) => `<div><label><input type=radio name=r> <h5>${text}</h5></label></div>`))}`,
  'radio buttons in the options of a list': dialog(
    `<ul role=listbox>${each((text, id) => `<li role=option><input type=radio name=r id=r${id}><label for=r${id}>${text}</label>`)}</ul>`,
  ),
  'texts in slots': dialog(
    each(
      (text) =>
        `<x-b><template shadowrootmode=open><label><input type=radio><slot></slot></label></template>${text}</x-b>`,
    ),
  ),
  'a dialog over another': `${dialog(rows(), 'position:fixed;inset:0')}${dialog(rows('s'), 'position:fixed;inset:0')}`,
  'the same texts for other things': `<form><h2>Sondage</h2>${rows('a')}</form><fieldset><legend>Filtrer</legend>${rows('b')}</fieldset>${dialog()}<section role=dialog aria-label=Cookies>${rows('c')}</section>`,
};

/** In these nobody could see what is chosen, or it would not be for this question: nothing is chosen. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'an ancestor too transparent': inside('opacity:.69'),
  'two ancestors too transparent': `<div style="opacity:.8">${dialog(rows(), 'opacity:.8')}</div>`,
  'off the screen': inside('position:absolute;left:-9999px'),
  covered: `${dialog()}${over('background:#fff')}`,
  'covered by something transparent': `${dialog()}${over('')}`,
  'clipped away': inside('clip-path:inset(100%)'),
  'scaled to nothing': inside('transform:scale(0)'),
  'scaled down': inside('transform:scale(.1)'),
  'without size': inside('width:0;height:0;overflow:hidden'),
  'without letters': inside('font-size:0'),
  'not to be clicked': dialog(rows(), 'pointer-events:none'),
  'skipped by the browser': inside('content-visibility:hidden'),
  invisible: inside('visibility:hidden'),
  'under something that lets clicks through': `${dialog()}${over('background:#fff;pointer-events:none')}`,
  'under a picture that lets clicks through': `${dialog()}<canvas style="position:fixed;inset:0;width:100%;height:100%;pointer-events:none"></canvas>`,
  'filtered away': inside('filter:opacity(.1)'),
  blurred: inside('filter:blur(20px)'),
  masked: inside('mask-image:linear-gradient(transparent,transparent)'),
  'a frame of one pixel': frame(dialog(), 'width:1px;height:1px;border:0'),
  'a transparent frame': frame(dialog(), 'opacity:.3'),
  'an invisible frame': frame(dialog(), 'visibility:hidden'),
  'a covered frame': `${frame(dialog())}${over('background:#fff')}`,
  'a frame under something that lets clicks through': `${frame(dialog())}${over('background:#fff;pointer-events:none')}`,
  'a scaled frame': frame(dialog(), 'transform:scale(.2)'),
  'covered inside a shadow root': shadow(`${dialog()}${over('background:#fff')}`),
  'covered between two shadow roots': shadow(`${shadow(dialog())}${over('background:#fff')}`),
  'under a ghost inside a shadow root': shadow(`${dialog()}${over('background:#fff;pointer-events:none')}`),
  'the options of a survey with the same question, while the dialog has none': `<form><h3>${QUESTION}</h3>${rows()}</form>${dialog('…')}`,
  'the options of a survey, while the question has none': `<form><h2>Sondage</h2>${rows()}</form><p>${QUESTION}</p>`,
  'the options of a filter, while the question has none': `<p>${QUESTION}</p><div role=radiogroup aria-label=Filtrer>${rows()}</div>`,
  'the options of a survey, while the question of its dialog has none': dialog(
    `<fieldset><legend>Sondage</legend>${rows()}</fieldset>`,
  ),
  'each proposition twice': dialog(rows('a') + rows('b')),
  'two dialogs side by side': dialog() + dialog(rows('s')),
  'two labels that contradict each other': dialog(
    rows() + PROPOSITIONS.map((_, id) => `<label for=r${id}>${PROPOSITIONS.at(id - 1)}</label>`).join(''),
  ),
  'a proposition that is not there': dialog(rows().replace('NICE', 'NANTES')),
};

/** In these the page's names hide the DOM's own: right, or nothing; and never an exception. */
export const CLOBBERED: Readonly<Record<string, string>> = {
  'a form called querySelector': `<form id=querySelector>${named('input', 'children', 'parentElement', 'textContent', 'getAttribute')}${dialog()}</form>`,
  'a form with the names of what is read': `<form>${named('input', 'contains', 'shadowRoot', 'getRootNode', 'nodeType', 'parentNode', 'localName', 'matches', 'closest', 'checkVisibility', 'getBoundingClientRect', 'ownerDocument')}${dialog()}</form>`,
  'a form with the names of what is done': `<form>${named('input', 'isConnected', 'append', 'remove', 'setAttribute', 'removeAttribute', 'style', 'click', 'focus', 'attachShadow')}${dialog()}</form>`,
  'names that point nowhere': `<button aria-labelledby="">Menu</button><button aria-labelledby=" ">Aide</button>${dialog()}`,
  'pictures with the names of the document': `${named('img', 'querySelectorAll', 'createElement', 'body', 'head', 'documentElement', 'addEventListener', 'defaultView', 'elementFromPoint', 'activeElement')}${dialog()}`,
  'things called body, document and window': `<p id=body></p><p id=document></p><p id=window></p>${dialog()}`,
  'a form for a label': `<p>${QUESTION}${each((text) => `<form><input type=radio name=getAttribute>${text}</form>`)}`,
};

function each(row: (text: string, index: number) => string): string {
  return PROPOSITIONS.map(row).join('');
}
