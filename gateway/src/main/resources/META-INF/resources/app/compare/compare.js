import {html} from '../view.js';

export const Compare = () => html`<h1>Compare</h1>`;
