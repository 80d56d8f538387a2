import {Shell} from './shell.js';
import {html, render} from './view.js';

const page = document.getElementById('page');
page.replaceChildren();
render(html`<${Shell} />`, page);
