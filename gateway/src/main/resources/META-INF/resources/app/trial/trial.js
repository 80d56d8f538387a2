import {html} from '../view.js';

export const Trial = ({id}) => html`<h1>Trial ${id}</h1>`;
