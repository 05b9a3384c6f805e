const language = 'sql'

const script = `-- Công dân, làm mẫu / a citizen, as a sample (278/2025/NĐ-CP)
CREATE SCHEMA IF NOT EXISTS mau;

CREATE TABLE mau.don_vi (
  ma      varchar(5)   NOT NULL,
  ten     varchar(100) NOT NULL,
  ma_tren varchar(5)   REFERENCES mau.don_vi (ma),
  CONSTRAINT don_vi_pk PRIMARY KEY (ma)
);
COMMENT ON TABLE mau.don_vi IS 'Đơn vị hành chính hai cấp';

CREATE TABLE mau.cong_dan (
  id            bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  so_dinh_danh  char(12)     NOT NULL UNIQUE CHECK (so_dinh_danh ~ '^[0-9]{12}$'),
  ho_ten        text         NOT NULL DEFAULT 'Chưa rõ',
  ngay_sinh     date,
  thu_nhap      numeric(12, 2),
  nhan          text[],
  cap_nhat_luc  timestamptz  NOT NULL DEFAULT now(),
  ma_don_vi     varchar(5),
  ghi_chu       text,
  FOREIGN KEY (ma_don_vi) REFERENCES mau.don_vi (ma) ON DELETE RESTRICT
);
COMMENT ON COLUMN mau.cong_dan.so_dinh_danh IS 'Số định danh cá nhân. Dữ liệu cá nhân cơ bản. Mục đích: đối soát.';

CREATE INDEX cong_dan_ten ON mau.cong_dan (lower(ho_ten)) WHERE ghi_chu IS NULL;
ALTER TABLE mau.cong_dan ADD COLUMN trang_thai varchar(20) NOT NULL DEFAULT 'moi', ALTER COLUMN ho_ten DROP DEFAULT;
ALTER TABLE mau.cong_dan ADD CONSTRAINT trang_thai_hop_le CHECK (trang_thai IN ('moi', 'cu'));
CREATE TYPE mau.gioi_tinh AS ENUM ('nam', 'nu', 'khac');
CREATE VIEW mau.nguoi_lon AS SELECT so_dinh_danh, ho_ten FROM mau.cong_dan WHERE ngay_sinh < now();
DROP TABLE IF EXISTS mau.cu;
`

const halfScript = `create table "Bảng có dấu" ("Cột 1" int, "select" text, "" text);
create table khong_khoa (a int, a text, ghi_chu json);
create table
;
comment on column khong_co.cot is null;
alter table khong_co add column x khong_co_kieu;
select 1; ; insert into a values ($1);
create table lap (x int); create table lap (y int primary key);
create function f() returns int as $$ begin return 1; end $$ language plpgsql;
create table do_dang (ma varchar(5) not null, ten 'x
`

export const sqlSamples = [
  { name: 'cong-dan.sql', language, format: 'sql', text: script, isWhole: true },
  { name: 'dang-viet.sql', language, format: 'sql', text: halfScript, isWhole: false },
] as const
