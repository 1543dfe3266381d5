import { page } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { homePage } from './home.page.js';

export const routes = [
  route({
    path: '/',
    may: 'home.read',
    show: (c) => page('home/home', homePage(c), { title: 'Home' }),
  }),
];
