/** Words for ordinary names and tags. Subjects are in the order of their categories. */
export const subjects: readonly (readonly string[])[] = [
  ['Fox', 'Sleeping Cat', 'Heron', 'Beetle', 'Otter', 'Sea Turtle'],
  ['Lighthouse', 'Chapel', 'Spiral Stair', 'Courtyard House', 'Water Tower'],
  ['Folded Ribbon', 'Knot', 'Marble Study', 'Impossible Cube', 'Paper Sculpture'],
  ['Tram', 'Cargo Bike', 'Old Tractor', 'Rescue Boat', 'Hover Van'],
  ['Tin Robot', 'Moss Golem', 'Tiny Wizard', 'Space Gardener', 'Stone Troll'],
  ['Roman Oil Lamp', 'Rune Stone', 'Clay Figurine', 'Temple Column', 'Ship Figurehead'],
  ['Pocket Radio', 'Film Camera', 'Mechanical Keyboard', 'Desk Calculator'],
  ['Straw Hat', 'Leather Boot', 'Round Glasses', 'Silver Brooch'],
  ['Loaf of Bread', 'Ramen Bowl', 'Pear', 'Cheese Board', 'Teapot'],
  ['Rocking Chair', 'Desk Lamp', 'Oak Cabinet', 'Reading Nook', 'Kettle'],
  ['Upright Piano', 'Lute', 'Snare Drum', 'Gramophone'],
  ['Birch', 'Mushroom Ring', 'River Bend', 'Cactus', 'Basalt Cliff'],
  ['Speaker Podium', 'Newspaper Stand', 'Ballot Box'],
  ['Portrait of a Fisher', 'Dancer', 'Bust of an Old Man', 'Hand Study'],
  ['Harbour', 'Night Market', 'Island Village', 'Mountain Hut', 'Train Station'],
  ['Water Molecule', 'Mars Rover', 'Human Heart', 'Orrery', 'Microscope'],
  ['Climbing Hold', 'Skateboard', 'Rowing Boat', 'Football'],
  ['Viking Shield', 'Practice Sword', 'Catapult', 'Field Helmet'],
];

export const manners: readonly string[] = [
  'Low Poly',
  'Hand Painted',
  'Stylized',
  'Tiny',
  'Ruined',
  'Voxel',
  'Scanned',
];
export const endings: readonly string[] = [
  '(WIP)',
  '- Scan',
  'V2',
  '[game ready]',
  'at dusk',
  '001',
  '#3December',
  'diorama',
];

export const tags: readonly string[] = [
  ...['lowpoly', 'blender', 'gameready', 'pbr', 'photogrammetry', 'stylized', 'scan', 'handpainted', 'voxel'],
  ...['3dcoat', 'substance', 'zbrush', 'maya', 'animated', 'fantasy', 'scifi', 'cute', 'medieval', 'nature'],
  ...['science fiction', 'low-poly', 'wood', 'stone', 'museum', 'history', 'toy', 'robot', 'house', 'tree'],
];

export const firstNames: readonly string[] = [
  ...['Ada', 'Grace', 'Linus', 'Mira', 'Jonas', 'Aiko', 'Tomás', 'Zoë', 'Noor', 'Ivan', 'Chidi', 'Freya'],
  ...['Mateo', 'Lena', 'Odile', 'Ravi', 'Sven', 'Yara', 'Bruno', 'Hana', 'Émile', 'Petra', 'Kofi', 'Wren'],
];
export const lastNames: readonly string[] = [
  ...['Moss', 'Okafor', 'Lindqvist', 'Tanaka', 'Brandt', 'Silva', 'Novak', 'Haddad', 'Marsh', 'Dubois'],
  ...['Keller', 'Iyer', 'Castell', 'Young', 'Petrov', 'Vega', 'Stone', 'Archer', 'Falk', 'Quinn'],
];
