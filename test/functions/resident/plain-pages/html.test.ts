import * as fc from 'fast-check';
import { html } from '../../../../functions/resident/plain-pages/html.js';

describe('a piece of HTML', () => {
  it('escapes what is put into it, and leaves what is HTML already', () => {
    expect(html`<p title="${'"'}">${'<b>'}${html`<i>${'&'}</i>`}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>',
    );
  });

  it('writes lists one after another, and nothing for what is absent or false', () => {
    expect(html`${[html`<li></li>`, 1, 'a']}${undefined}${false}`.text).toBe('<li></li>1a');
  });

  it('no words whatever open or close a tag or an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(html`${words}`.text).not.toMatch(/[<>"']/);
      }),
    );
  });
});
