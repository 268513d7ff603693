import {
  errorAt,
  type FieldError,
  fieldId,
  type FieldName,
} from '../../../contracts/resident/field-errors.js';
import { type Html, html } from './html.js';

/** A field of a plain form: its control gets the attributes by which hint and error are read out with it. */
export interface PlainField {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  readonly errors: readonly FieldError[];
  readonly control: (attributes: Html) => Html;
}

function partsOf({ name, hint, errors }: PlainField) {
  const id = fieldId(name);
  const error = errorAt(errors, name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter((part) => part !== undefined);
  return {
    id,
    error: error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`,
    hint: hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`,
    attributes: html`id="${id}"${described.length > 0 && html` aria-describedby="${described.join(' ')}"`}${error !== undefined && html` aria-invalid="true"`}`,
    wrong: error === undefined ? '' : ' wrong',
  };
}

export function plainField(field: PlainField): Html {
  const { id, error, hint, attributes, wrong } = partsOf(field);
  return html`<div class="field${wrong}">
    <label for="${id}">${field.label}</label>${hint}${error}${field.control(attributes)}
  </div>`;
}

/** A box to tick, its label beside it. */
export function plainTick(field: PlainField): Html {
  const { id, error, hint, attributes, wrong } = partsOf(field);
  return html`<div class="field${wrong}">
    ${error}
    <div class="tick">${field.control(attributes)}<label for="${id}">${field.label}</label></div>
    ${hint}
  </div>`;
}

/** Everything that is wrong, with a way to each field. */
export const errorList = (heading: string, errors: readonly FieldError[]): Html | false =>
  errors.length > 0 &&
  html`<div class="panel summary" role="alert">
    <h2>${heading}</h2>
    <ul>
      ${errors.map(({ field, message }) =>
        field === undefined
          ? html`<li>${message}</li>`
          : html`<li><a href="#${fieldId(field)}">${message}</a></li>`,
      )}
    </ul>
  </div>`;
