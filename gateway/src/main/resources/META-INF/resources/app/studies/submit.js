import {html} from '../view.js';

export const Submit = () => html`<h1>New study</h1>`;
