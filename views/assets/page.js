// What every page does when scripts run. Without them nothing is lost.
import './faults.js';
import './copy.js';
import './print.js';
import './once.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
