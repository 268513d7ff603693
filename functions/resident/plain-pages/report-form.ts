import type { Draft } from '../../../contracts/resident/draft.js';
import type { FieldError, FieldName } from '../../../contracts/resident/field-errors.js';
import { dangerLine } from './danger-line.js';
import { type Html, html } from './html.js';
import { errorList, plainField, plainTick } from './plain-field.js';
import type { Visit } from './visit.js';

const WISHES = ['confidential', 'anonymous'] as const;

export interface ReportForm {
  readonly draft: Draft;
  readonly consent: boolean;
  readonly errors: readonly FieldError[];
  /** Makes this form one request, however often it is sent. */
  readonly key: string;
}

/** The words of the description hold numbers that the resident has to decide about. */
const asksAboutNumbers = ({ errors, draft }: ReportForm, { messages }: Visit): boolean =>
  draft.keepNumbers || errors.some(({ message }) => message === messages.form.missing.numbers);

/** The form as it needs no script: what was filled in stays, what is wrong is said at its field. */
export function reportForm(visit: Visit, form: ReportForm): Html {
  const { messages } = visit;
  const words = messages.form;
  return html`<form method="post" action="${visit.address('/plain')}" novalidate>
    <h1>${words.heading}</h1>
    <p class="lead">${words.lead}</p>
    ${dangerLine(visit)} ${errorList(words.errorsHeading, form.errors)}
    <input type="hidden" name="key" value="${form.key}" />
    ${whatPart(visit, form)}${wherePart(visit, form)}${whoPart(visit, form)}${consentPart(visit, form)}
    <button type="submit" class="main">${words.submit}</button>
    <p class="hint">${messages.plain.lead} <a href="${visit.address('/')}">${messages.plain.whole}</a></p>
  </form>`;
}

const group = (legend: string, body: Html): Html =>
  html`<fieldset>
    <legend>${legend}</legend>
    ${body}
  </fieldset>`;

function whatPart(visit: Visit, form: ReportForm): Html {
  const { messages, language, town } = visit;
  const words = messages.form;
  const { draft, errors } = form;
  const options = town.categories.map(({ id, name, plainly }) => {
    const said = plainly ? words.categoryOption(name[language], plainly[language]) : name[language];
    return html`<option value="${id}" ${draft.category === id && html` selected`}>${said}</option>`;
  });
  const category = plainField({
    name: 'category',
    label: words.category + words.optional,
    errors,
    control: (attributes) =>
      html`<select name="category" ${attributes}>
        <option value="">${words.categoryUnknown}</option>
        ${options}
      </select>`,
  });
  const description = plainField({
    name: 'description',
    label: words.description,
    hint: words.descriptionHint,
    errors,
    control: (attributes) =>
      html`<textarea name="description" rows="5" maxlength="2000" required ${attributes}>
${draft.description}</textarea>`,
  });
  const keep =
    asksAboutNumbers(form, visit) &&
    html`<div class="tick field">
      <input
        type="checkbox"
        id="keep-numbers"
        name="keepNumbers"
        value="yes"
        ${draft.keepNumbers && html` checked`}
      /><label for="keep-numbers">${words.numbersKeep}</label>
    </div>`;
  return group(
    words.what,
    html`${category}${description}${keep}${wishes(visit, form)}${documentsPart(visit)}`,
  );
}

/** Who is not to learn of it, or of who reported it. */
const wishes = ({ messages }: Visit, { draft }: ReportForm): Html[] =>
  WISHES.map((name) => {
    const { label, hint } = messages.form.wishes[name];
    return html`<div class="field">
      <div class="tick">
        <input
          type="checkbox"
          id="${name}"
          name="${name}"
          value="yes"
          aria-describedby="${name}-hint"
          ${draft[name] && html` checked`}
        /><label for="${name}">${label}</label>
      </div>
      <p class="hint" id="${name}-hint">${hint}</p>
    </div>`;
  });

/** The documents to have ready, by category: without a script it cannot wait for one to be chosen. */
function documentsPart({ messages, language, town }: Visit): Html {
  const lists = town.categories.flatMap(({ name, programme }) => {
    const documents = town.programmes.find(({ id }) => id === programme)?.documents ?? [];
    const names = documents.map((document) => html`<li>${document.name[language]}</li>`);
    return names.length > 0
      ? [
          html`<h3>${name[language]}</h3>
            <ul>
              ${names}
            </ul>`,
        ]
      : [];
  });
  return html`<details>
    <summary>${messages.form.documents}</summary>
    ${lists}
    <p class="hint">${messages.form.documentsHint}</p>
  </details>`;
}

function wherePart({ messages, language, town }: Visit, { draft, errors }: ReportForm): Html {
  const words = messages.form;
  const chosen = `${draft.village}/${draft.group}`;
  const option = (value: string, said: string) =>
    html`<option value="${value}" ${chosen === value && html` selected`}>${said}</option>`;
  const villages = town.villages.map(
    ({ id, name, groups }) =>
      html`<optgroup label="${name[language]}">
        ${option(`${id}/`, `${name[language]} - ${words.groupUnknown}`)}${groups.map(({ number }) =>
          option(`${id}/${number}`, `${name[language]} - ${words.groupName(number)}`),
        )}
      </optgroup>`,
  );
  const place = plainField({
    name: 'village',
    label: messages.plain.place,
    errors,
    control: (attributes) =>
      html`<select name="place" ${attributes}>
        <option value="/">${words.villageUnknown}</option>
        ${villages}
      </select>`,
  });
  return group(
    words.where + words.optional,
    html`<p class="hint">${words.whereHint}</p>
      ${place}`,
  );
}

type TextName = FieldName & ('name' | 'phone' | 'otherName' | 'otherPhone');

function whoPart({ messages }: Visit, { draft, errors }: ReportForm): Html {
  const words = messages.form;
  const text = (name: TextName, label: string, type: 'text' | 'tel', more: { hint?: string; fill: string }) =>
    plainField({
      name,
      label,
      hint: more.hint,
      errors,
      control: (attributes) =>
        html`<input
          type="${type}"
          name="${name}"
          value="${draft[name]}"
          maxlength="50"
          autocomplete="${more.fill}"
          ${attributes}
        />`,
    });
  return html`${group(
    words.who,
    html`${text('name', words.name, 'text', { fill: 'name' })}${text('phone', words.phone, 'tel', { fill: 'tel', hint: words.phoneHint })}`,
  )}${group(
    words.forOther + words.optional,
    html`<p class="hint">${words.forOtherHint}</p>
      ${text('otherName', words.otherName, 'text', { fill: 'off' })}${text('otherPhone', words.otherPhone + words.optional, 'tel', { fill: 'off' })}`,
  )}`;
}

function consentPart({ messages }: Visit, { consent, errors }: ReportForm): Html {
  const words = messages.form;
  const tick = plainTick({
    name: 'consent',
    label: words.consent,
    hint: words.consentHint,
    errors,
    control: (attributes) =>
      html`<input
        type="checkbox"
        name="consent"
        value="yes"
        required${consent && html` checked`}
        ${attributes}
      />`,
  });
  const parts = words.consentParts.map((part) => html`<li>${part}</li>`);
  return html`${tick}
    <details>
      <summary>${words.consentMore}</summary>
      <ul>
        ${parts}
      </ul>
    </details>`;
}
