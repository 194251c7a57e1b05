/** Words of a raster in the view of data. */
export const rasters = {
  raster: {
    people: '**{{n}} personnes** dans {{cells}} mailles.',
    friction: '**{{cells}} mailles** de terrain, des plus rapides ({{fast}} km/h) aux plus lentes ({{slow}} km/h).',
    ofYear: 'Année {{year}}.',
    noYear: 'Année non dite.',
    outside: 'Dont {{n}} hors de toute zone connue : elles ne sont placées nulle part.',
    known: 'Cette grille est déjà enregistrée telle quelle ; rien ne change.',
    size: 'Mailles',
    sizeOf: '{{width}} × {{height}}',
    extent: 'Étendue',
    extentOf: 'longitude {{west}} à {{east}}, latitude {{south}} à {{north}}',
    values: 'Valeurs',
    valuesOf: { population: '{{min}} à {{max}} personnes par maille', friction: '{{min}} à {{max}} minute par mètre' },
    coarsened: 'Calcul',
    coarsenedOf: 'par blocs de {{n}} × {{n}} mailles : la grille est trop fine pour être tenue entière',
    byProvince: 'Personnes par province',
    inRaster: 'dans la grille',
    before: 'connues sans elle',
    unknown: 'inconnu',
    nowhere: 'Aucune maille habitée ne tombe dans une province connue.',
  },
} as const;
