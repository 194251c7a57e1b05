/** Words of a raster in the view of data. */
export const rasters = {
  raster: {
    people: '**{{n}} people** in {{cells}} cells.',
    friction: '**{{cells}} cells** of ground, from the fastest ({{fast}} km/h) to the slowest ({{slow}} km/h).',
    ofYear: 'Year {{year}}.',
    noYear: 'Year not said.',
    outside: 'Of these, {{n}} outside every known area: they are placed nowhere.',
    known: 'This raster is already stored as it is; nothing changes.',
    size: 'Cells',
    sizeOf: '{{width}} × {{height}}',
    extent: 'Extent',
    extentOf: 'longitude {{west}} to {{east}}, latitude {{south}} to {{north}}',
    values: 'Values',
    valuesOf: { population: '{{min}} to {{max}} people a cell', friction: '{{min}} to {{max}} minutes per metre' },
    coarsened: 'Computed',
    coarsenedOf: 'in blocks of {{n}} × {{n}} cells: the raster is too fine to be held whole',
    byProvince: 'People by province',
    inRaster: 'in the raster',
    before: 'known without it',
    unknown: 'unknown',
    nowhere: 'No inhabited cell falls in a known province.',
  },
} as const;
