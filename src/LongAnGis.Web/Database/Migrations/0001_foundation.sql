-- Extensions, the two schemas, the public reading role, and the VN-2000 systems that Debian's PostGIS lacks or gets wrong.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA IF NOT EXISTS plan;
CREATE SCHEMA IF NOT EXISTS pub;

COMMENT ON SCHEMA plan IS 'Everything the service keeps: plans, layers, features with all versions, change sets, audit.';
COMMENT ON SCHEMA pub IS 'Published content of public layers, and nothing else: the only schema that longan_public may read.';

DO $role$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'longan_public') THEN
    CREATE ROLE longan_public LOGIN NOINHERIT;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another node created it at the same moment
END
$role$;

REVOKE ALL ON SCHEMA plan FROM PUBLIC;
GRANT USAGE ON SCHEMA pub TO longan_public;
ALTER DEFAULT PRIVILEGES IN SCHEMA pub GRANT SELECT ON TABLES TO longan_public;

-- VN-2000 with the official seven parameters (Decision 05/2007/QĐ-BTNMT) in position-vector sign, spelled out.
-- auth_name is not 'EPSG' on purpose: PostGIS would hand the code to PROJ, and PROJ's own choice inside Long An
-- (EPSG:5194) lies 0.80 m off. With no authority that PROJ knows, it takes the proj4text below as written.
WITH zone (srid, name, central_meridian, scale) AS (
  VALUES
    (9205, 'VN-2000 / TM-3 103-00', 103.00, 0.9999),
    (9206, 'VN-2000 / TM-3 104-00', 104.00, 0.9999),
    (9207, 'VN-2000 / TM-3 104-30', 104.50, 0.9999),
    (9208, 'VN-2000 / TM-3 104-45', 104.75, 0.9999),
    (9209, 'VN-2000 / TM-3 105-30', 105.50, 0.9999),
    (9210, 'VN-2000 / TM-3 105-45', 105.75, 0.9999),
    (9211, 'VN-2000 / TM-3 106-00', 106.00, 0.9999),
    (9212, 'VN-2000 / TM-3 106-15', 106.25, 0.9999),
    (9213, 'VN-2000 / TM-3 106-30', 106.50, 0.9999),
    (9214, 'VN-2000 / TM-3 107-00', 107.00, 0.9999),
    (9215, 'VN-2000 / TM-3 107-15', 107.25, 0.9999),
    (9216, 'VN-2000 / TM-3 107-30', 107.50, 0.9999),
    (9217, 'VN-2000 / TM-3 108-15', 108.25, 0.9999),
    (9218, 'VN-2000 / TM-3 108-30', 108.50, 0.9999),
    (5896, 'VN-2000 / TM-3 zone 481', 102.00, 0.9999),
    (5897, 'VN-2000 / TM-3 zone 482', 105.00, 0.9999),
    (5898, 'VN-2000 / TM-3 zone 491', 108.00, 0.9999),
    (5899, 'VN-2000 / TM-3 107-45', 107.75, 0.9999),
    (3405, 'VN-2000 / UTM zone 48N', 105.00, 0.9996),
    (3406, 'VN-2000 / UTM zone 49N', 111.00, 0.9996)
)
INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
SELECT
  srid,
  'LONGAN',
  srid,
  format(
    'PROJCS["%s",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],'
    'TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",%s],PARAMETER["scale_factor",%s],'
    'PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1],'
    'AXIS["Easting",EAST],AXIS["Northing",NORTH]]',
    name, central_meridian, scale
  ),
  format(
    '+proj=tmerc +lat_0=0 +lon_0=%s +k=%s +x_0=500000 +y_0=0 +ellps=WGS84 '
    '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 '
    '+units=m +no_defs',
    central_meridian, scale
  )
FROM zone
ON CONFLICT (srid) DO UPDATE
SET auth_name = excluded.auth_name, auth_srid = excluded.auth_srid,
    srtext = excluded.srtext, proj4text = excluded.proj4text;

INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
VALUES (
  4756, 'LONGAN', 4756,
  'GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],'
  'TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],'
  'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AXIS["Longitude",EAST],AXIS["Latitude",NORTH]]',
  '+proj=longlat +ellps=WGS84 '
  '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +no_defs'
)
ON CONFLICT (srid) DO UPDATE
SET auth_name = excluded.auth_name, auth_srid = excluded.auth_srid,
    srtext = excluded.srtext, proj4text = excluded.proj4text;
