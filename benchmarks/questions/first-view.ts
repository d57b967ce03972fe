import { gzipSync } from 'node:zlib';
import type { Figure, Question } from '../figure.ts';
import type { World } from '../world.ts';

const KB = 1024;

/** What a browser fetches to show a first page: markup, style and script, as they come over the wire. */
export const firstView: Question<World> = {
  name: 'first view',
  async figures(world) {
    const figures: Figure[] = [];
    for (const path of ['/gl/de', '/gl/de/services/residence-certificate?place=ch-1630']) {
      const page = await world.get(path);
      const markup = page.body.toString();
      const files = [...markup.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(css|js))"/g)].map(([, file, kind]) => ({
        file,
        kind,
      }));
      const sizes = { html: gzipSync(page.body).length, css: 0, js: 0 };
      for (const { file, kind } of files) {
        const { body, status } = await world.get(file as string, { 'accept-encoding': 'gzip' });
        if (status !== 200) throw new Error(`${file}: ${status}`);
        sizes[kind as 'css' | 'js'] += body.length;
      }
      const all = (sizes.html + sizes.css + sizes.js) / KB;
      figures.push(
        { name: `first view of ${path.split('?')[0]}, HTML + CSS + JS gzip`, value: all, bar: 45, unit: 'KB' },
        { name: '  of it script', value: sizes.js / KB, bar: 10, unit: 'KB' },
      );
    }
    return figures;
  },
};
