-- Bản thảo minh hoạ, không phải tài liệu chính thức / Illustrative draft, not an official document
-- Lược đồ vật lý cho dữ liệu đăng ký doanh nghiệp chia sẻ, PostgreSQL 15 trở lên.

CREATE SCHEMA IF NOT EXISTS doanh_nghiep;

CREATE TABLE doanh_nghiep.nganh_kinh_te (
  ma   char(4)      PRIMARY KEY,
  ten  varchar(300) NOT NULL
);

CREATE TABLE doanh_nghiep.doanh_nghiep (
  ma_so_doanh_nghiep   char(10)      NOT NULL,
  ten_tieng_viet       varchar(300)  NOT NULL,
  ten_nuoc_ngoai       varchar(300),
  ten_viet_tat         varchar(100),
  loai_hinh            varchar(30)   NOT NULL,
  ngay_dang_ky_lan_dau date          NOT NULL,
  lan_thay_doi         integer       NOT NULL DEFAULT 0 CHECK (lan_thay_doi >= 0),
  tinh_trang           varchar(20)   NOT NULL,
  von_dieu_le          numeric(20, 0),
  ma_tinh              char(2)       NOT NULL,
  ma_xa                char(5)       NOT NULL,
  dia_chi_chi_tiet     varchar(300)  NOT NULL,
  cap_nhat_luc         timestamptz   NOT NULL,
  CONSTRAINT doanh_nghiep_pk PRIMARY KEY (ma_so_doanh_nghiep),
  CONSTRAINT doanh_nghiep_ma_so CHECK (ma_so_doanh_nghiep ~ '^[0-9]{10}$'),
  CONSTRAINT doanh_nghiep_von CHECK (von_dieu_le IS NULL OR von_dieu_le >= 0)
);
COMMENT ON TABLE doanh_nghiep.doanh_nghiep IS 'Doanh nghiệp đã đăng ký; mã số doanh nghiệp đồng thời là mã số thuế';
COMMENT ON COLUMN doanh_nghiep.doanh_nghiep.ma_tinh IS 'Mã cấp tỉnh theo danh mục có hiệu lực từ 01/07/2025';

CREATE TABLE doanh_nghiep.doanh_nghiep_nganh (
  ma_so_doanh_nghiep  char(10) NOT NULL REFERENCES doanh_nghiep.doanh_nghiep (ma_so_doanh_nghiep),
  ma_nganh            char(4)  NOT NULL REFERENCES doanh_nghiep.nganh_kinh_te (ma),
  la_nganh_chinh      boolean  NOT NULL DEFAULT false,
  PRIMARY KEY (ma_so_doanh_nghiep, ma_nganh)
);

CREATE UNIQUE INDEX doanh_nghiep_mot_nganh_chinh
  ON doanh_nghiep.doanh_nghiep_nganh (ma_so_doanh_nghiep) WHERE la_nganh_chinh;

CREATE TABLE doanh_nghiep.nguoi_dai_dien (
  ma_so_doanh_nghiep    char(10)     NOT NULL REFERENCES doanh_nghiep.doanh_nghiep (ma_so_doanh_nghiep),
  so_dinh_danh_ca_nhan  char(12)     NOT NULL,
  ho_ten                varchar(150) NOT NULL,
  chuc_danh             varchar(20)  NOT NULL,
  tu_ngay               date         NOT NULL,
  den_ngay              date,
  PRIMARY KEY (ma_so_doanh_nghiep, so_dinh_danh_ca_nhan, tu_ngay)
);
COMMENT ON TABLE doanh_nghiep.nguoi_dai_dien IS 'Người đại diện theo pháp luật. Dữ liệu cá nhân cơ bản.';
COMMENT ON COLUMN doanh_nghiep.nguoi_dai_dien.so_dinh_danh_ca_nhan IS 'Đối soát với Cơ sở dữ liệu quốc gia về dân cư';

CREATE TABLE doanh_nghiep.thanh_vien_gop_von (
  ma_so_doanh_nghiep    char(10)      NOT NULL REFERENCES doanh_nghiep.doanh_nghiep (ma_doanh_nghiep),
  thu_tu                smallint      NOT NULL,
  ten                   varchar(300)  NOT NULL,
  so_dinh_danh_ca_nhan  char(12),
  von_gop               numeric(20, 0) NOT NULL CHECK (von_gop >= 0),
  ty_le                 numeric(7, 4)  NOT NULL CHECK (ty_le > 0 AND ty_le <= 100),
  PRIMARY KEY (ma_so_doanh_nghiep, thu_tu)
);

CREATE TABLE doanh_nghiep.don_vi_phu_thuoc (
  ma_so                char(14)     PRIMARY KEY CHECK (ma_so ~ '^[0-9]{10}-[0-9]{3}$'),
  ma_so_doanh_nghiep   char(10)     NOT NULL REFERENCES doanh_nghiep.doanh_nghiep (ma_so_doanh_nghiep),
  ten                  varchar(300) NOT NULL,
  loai                 varchar(30)  NOT NULL,
  ma_tinh              char(2)      NOT NULL,
  ma_xa                char(5)      NOT NULL,
  ten                  varchar(200)
);

CREATE INDEX doanh_nghiep_theo_tinh ON doanh_nghiep.doanh_nghiep (ma_tinh, tinh_trang);

CREATE VIEW doanh_nghiep.dang_hoat_dong_theo_tinh AS
SELECT ma_tinh, count(*) AS so_doanh_nghiep
FROM doanh_nghiep.doanh_nghiep
WHERE tinh_trang = 'dang-hoat-dong'
GROUP BY ma_tinh;
