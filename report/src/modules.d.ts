declare module "land:" {
  const polygons: number[][][];
  export default polygons;
}
