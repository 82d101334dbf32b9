// Writes world.csv from Natural Earth's boundaries. README.md beside it says how, and what the columns mean.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { merge } from 'topojson-client';

const require = createRequire(import.meta.url);
const read = scale => require(`world-atlas/countries-${scale}.json`);
const here = name => new URL(name, import.meta.url);
const [small, medium, large] = ['110m', '50m', '10m'].map(read);

// The width of the whole earth in units: about two to a pixel of the default width. The map is as large as its land, and a margin for dots.
const WIDTH = 2000;
const MARGIN = 12;
// States that cover less than this many square units get a dot, and dots are at least this far apart.
const SEEN = 40;
const APART = 15;

// Areas without an ISO 3166-1 code of their own: the State whose code they have. Kosovo is a participant of its own.
const WITHIN = { 'N. Cyprus': 'CYP', Somaliland: 'SOM', Kosovo: 'XKX' };
// Natural Earth draws Crimea within the Russian Federation; General Assembly resolution 68/262.
const CRIMEA = { from: 'RUS', to: 'UKR', at: [34.3, 45.2] };
const ANTARCTICA = '010';

const participants = readFileSync(here('../../../../../seeds/participants.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .map(row => row.split(','))
  .filter(([, , , kind]) => ['un-member', 'un-observer', 'other-state'].includes(kind));
const byM49 = new Map(participants.map(([code, , m49]) => [m49, code]));
const codeOf = g => WITHIN[g.properties.name] ?? byM49.get(g.id);

// Equal areas, so that no State looks larger than it is. Turned so that no land but the tip of Siberia is cut.
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' }).precision(0);

// The geometries of each participant, and of land without one under ''.
const shapes = new Map();
for (const g of small.objects.countries.geometries)
  if (g.id !== ANTARCTICA) shapes.set(codeOf(g) ?? '', [...(shapes.get(codeOf(g) ?? '') ?? []), g]);
const polygons = new Map([...shapes].map(([code, geometries]) => [code, merge(small, geometries).coordinates]));

const contains = (ring, [x, y]) => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    if (ring[i][1] > y !== ring[j][1] > y && x < ((ring[j][0] - ring[i][0]) * (y - ring[i][1])) / (ring[j][1] - ring[i][1]) + ring[i][0])
      inside = !inside;
  return inside;
};
const moved = polygons.get(CRIMEA.from).filter(([outer]) => contains(outer, CRIMEA.at));
if (moved.length !== 1) throw new Error(`Crimea is ${moved.length} polygons of ${CRIMEA.from}.`);
polygons.set(CRIMEA.from, polygons.get(CRIMEA.from).filter(p => !moved.includes(p)));
polygons.get(CRIMEA.to).push(...moved);

// Rings in whole units, as relative moves.
function pathOf(coordinates) {
  const rings = [];
  const sink = {
    beginPath() {},
    moveTo(x, y) { rings.push([[Math.round(x), Math.round(y)]]); },
    lineTo(x, y) { rings.at(-1).push([Math.round(x), Math.round(y)]); },
    closePath() {},
    arc() {},
  };
  geoPath(projection, sink)({ type: 'MultiPolygon', coordinates });
  return rings.map(ringOf).filter(Boolean).join('');
}

function ringOf(points) {
  const [first, ...rest] = points;
  let [x, y] = first;
  const moves = [];
  for (const [nextX, nextY] of rest) {
    if (nextX === x && nextY === y) continue;
    moves.push([nextX - x, nextY - y]);
    [x, y] = [nextX, nextY];
  }
  if (x === first[0] && y === first[1]) moves.pop();
  if (moves.length < 2) return '';
  const text = moves.map(([dx, dy]) => `${dx} ${dy}`).join(' ').replaceAll(' -', '-');
  return `M${first.join(' ')}l${text}z`.replaceAll(' -', '-');
}

// What the smallest scale leaves out.
function detailed(m49) {
  const [world, g] = [medium, large].flatMap(w => w.objects.countries.geometries.filter(c => c.id === m49).map(c => [w, c]))[0];
  return merge(world, [g]).coordinates;
}

const path = geoPath(projection);
const rows = [];
for (const [code, , m49] of participants) {
  const shape = polygons.get(code) ?? detailed(m49);
  const area = path.area({ type: 'MultiPolygon', coordinates: shape });
  // The dot of several islands stands on the largest.
  const [largest] = shape.map(c => ({ type: 'Polygon', coordinates: c })).sort((a, b) => path.area(b) - path.area(a));
  rows.push({ code, shape: polygons.get(code), dot: area < SEEN ? path.centroid(largest) : null });
}
// Dots that would hide each other move apart, and back towards where they belong.
const dots = rows.filter(r => r.dot).map(r => ({ row: r, home: [...r.dot] }));
for (let round = 0; round < 400; round++) {
  for (const { row, home } of dots) row.dot = row.dot.map((v, i) => v + (home[i] - v) * 0.05);
  for (const [n, { row: a }] of dots.entries())
    for (const { row: b } of dots.slice(n + 1)) {
      const [dx, dy] = [b.dot[0] - a.dot[0], b.dot[1] - a.dot[1]];
      const distance = Math.hypot(dx, dy) || 0.01;
      if (distance >= APART) continue;
      const push = (APART - distance) / 2 / distance;
      a.dot = [a.dot[0] - dx * push, a.dot[1] - dy * push];
      b.dot = [b.dot[0] + dx * push, b.dot[1] + dy * push];
    }
}
rows.push({ code: '', shape: polygons.get(''), dot: null });
// The map is as large as what is on it.
const bounds = path.bounds({ type: 'MultiPolygon', coordinates: [...polygons.values()].flat() });
const [least, most] = [Math.min, Math.max].map((of, n) => [0, 1].map(i => of(bounds[n][i], ...dots.map(d => d.row.dot[i]))));
const offset = least.map(v => MARGIN - v);
const size = most.map((v, i) => Math.ceil(v + offset[i] + MARGIN));
projection.translate(projection.translate().map((v, i) => v + offset[i]));
rows.sort((a, b) => (a.code < b.code ? -1 : 1));
const dotOf = ({ dot }) => dot?.map((v, i) => Math.round(v + offset[i])) ?? ['', ''];
const text = rows.map(r => [r.code, ...dotOf(r), r.shape ? pathOf(r.shape) : ''].join(',')).join('\n');
writeFileSync(here('world.csv'), `code,x,y,path\n${text}\n`);
console.log(`${text.length} characters, ${size.join(' x ')} units, ${rows.filter(r => r.dot).length} dots`);
