import { describe, expect, it } from 'vitest';
import { writeRecboleItem } from '../../../src/dataset/tables/recbole';
import { memorySource } from '../memory-source';
import { makeZip } from '../zip/made-zip';

const itemFile = 'recbole/sketchfab-likes/sketchfab-likes.item';

describe('the RecBole files', () => {
  it('are named after their folder, with one TAB between fields and no quotes', async () => {
    const { files } = await makeZip([{ uid: 'm1', tags: ['a', 'b'], categories: ['c'] }, { uid: 'm2' }]);
    expect(files.get(itemFile)!.toString()).toBe(
      'item_id:token\tcategories:token_seq\ttags:token_seq\nm1\t0\t0 1\nm2\t\t\n',
    );
  });

  it('write labels as slugs, or as one unquoted word if there is none', async () => {
    const [model] = await memorySource([{ uid: 'm1' }]).readModels(['m1' as never]);
    const label = (name: string, slug: string | null = null) => ({ name, slug });
    const tags = [
      label('Low Poly', 'lowpoly'),
      label('"Big"  Wolf'),
      label('low-poly', 'lowpoly'),
      label('" "'),
      label('Ärger'),
    ];
    const written = async (escapeFormulas: boolean) => {
      const chunks = writeRecboleItem([{ ...model!, tags, categories: [label('=a')] }], { escapeFormulas });
      let text = '';
      for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
      return text.split('\n')[1];
    };
    expect(await written(false)).toBe('m1\t=a\tbig-wolf lowpoly ärger');
    expect(await written(true)).toBe("m1\t'=a\tbig-wolf lowpoly ärger");
  });
});
