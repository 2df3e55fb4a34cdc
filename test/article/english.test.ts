import { describe, expect, test } from 'vitest';
import { looksEnglish } from '../../src/article/english.js';

/** Sentences of a wire report, our own words, in other languages: none is English. */
const FOREIGN = [
  'Le président a reçu mardi à Paris le chancelier pour discuter de la guerre et des relations commerciales avec la Chine, selon un communiqué publié dans la soirée après plusieurs heures de discussions entre les deux délégations.',
  'Der Minister hat am Dienstag in Berlin mit seinem Kollegen aus Peking über den Handel zwischen beiden Ländern gesprochen, doch nach Angaben der Regierung ist noch keine Entscheidung über die Ausfuhr von Maschinen gefallen, wie ein Sprecher sagte.',
  'De premier heeft dinsdag in Den Haag met de minister van Buitenlandse Zaken gesproken over de handel tussen beide landen, maar volgens het kabinet is er nog geen besluit genomen over de uitvoer van machines, zei een woordvoerder van hem.',
  'El presidente recibió el martes en Madrid al primer ministro para hablar de la guerra y de las relaciones comerciales con China, según un comunicado que se publicó por la noche tras varias horas de conversaciones entre las dos delegaciones.',
  'Presiden menerima perdana menteri pada hari Selasa di Jakarta untuk membahas perdagangan antara kedua negara, tetapi menurut pemerintah belum ada keputusan tentang ekspor mesin ke Tiongkok, kata seorang juru bicara setelah pembicaraan selama beberapa jam itu.',
  '中国国家主席周二在北京会见了俄罗斯总统，双方就双边贸易和地区局势进行了会谈。会谈后两国元首签署了联合声明，并表示将继续加强能源和军事领域的合作。',
  'Президент во вторник принял в Москве премьер-министра, чтобы обсудить торговлю между двумя странами, говорится в сообщении, опубликованном вечером после переговоров.',
];

describe('a text that is not English', () => {
  test.each(FOREIGN)('%s', text => expect(looksEnglish(text)).toBe(false));
});

describe('a text that is English, or too short to tell', () => {
  test.each([
    'Kenya and Uganda signed a treaty on Monday that ends their dispute over the lake, officials said after the talks, which had lasted from early morning until late at night and were held in a hotel by the water.',
    'Le Monde',
    '习近平',
    '',
    // A headline's words and names, no function word among them.
    'Macron meets Scholz, Paris talks trade, tariffs',
    'A Chinese phrase, 双边贸易和地区局势, stood in the statement that the ministry gave to reporters; it means trade between the two and the state of the region.',
  ])('%s', text => expect(looksEnglish(text)).toBe(true));
});
